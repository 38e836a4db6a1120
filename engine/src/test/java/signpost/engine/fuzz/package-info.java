/** Coverage-guided fuzzing of everything that reads what people send: targets, their seeds and their runs. */
@NullMarked
package signpost.engine.fuzz;

import org.jspecify.annotations.NullMarked;
