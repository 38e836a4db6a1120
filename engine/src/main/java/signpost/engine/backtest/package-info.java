/** What became of former students whom a book would have flagged, and of those it would have missed. */
@NullMarked
package signpost.engine.backtest;

import org.jspecify.annotations.NullMarked;
