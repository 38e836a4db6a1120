/** The program: REST for the MIS, pages for people, PostgreSQL. One package a capability. */
@NullMarked
package signpost.api;

import org.jspecify.annotations.NullMarked;
