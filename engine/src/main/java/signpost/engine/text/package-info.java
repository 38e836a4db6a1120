/** Text files as people write them: blocks, lines, the place of every word, and problems said in the reader's words. */
@NullMarked
package signpost.engine.text;

import org.jspecify.annotations.NullMarked;
