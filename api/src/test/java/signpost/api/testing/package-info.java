/** What the tests of every module stand on: one database per JVM, schools made for a test, a browser. */
package signpost.api.testing;
