/** Writes a rule book as DRL for engineers to read and run elsewhere. Nothing here reads DRL back. */
@NullMarked
package signpost.engine.drl;

import org.jspecify.annotations.NullMarked;
