/** The attributes a rule may use: their kinds, ranges, codes, wordings, and where an import finds them. */
@NullMarked
package signpost.engine.vocabulary;

import org.jspecify.annotations.NullMarked;
