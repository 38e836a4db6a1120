/** Named expectations written beside the rules, and their run against the book. */
@NullMarked
package signpost.engine.scenario;

import org.jspecify.annotations.NullMarked;
