/**
 * What can be said of a whole book without a student: rules that can never fire, that repeat each other, tables with gaps,
 * dates that have passed, and data that rules rest on.
 */
@NullMarked
package signpost.engine.analysis;

import org.jspecify.annotations.NullMarked;
