/** The catalogue of mistakes in {@code src/test/mistakes}: what people type wrong and exactly what they are told. */
@NullMarked
package signpost.engine.mistakes;

import org.jspecify.annotations.NullMarked;
