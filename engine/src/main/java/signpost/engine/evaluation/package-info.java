/** Judges students by a rule book. The only package that knows Drools: it builds the executable model and explains what fired. */
@NullMarked
package signpost.engine.evaluation;

import org.jspecify.annotations.NullMarked;
