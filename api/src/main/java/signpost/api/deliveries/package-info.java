/** What became of help that was accepted: planned, delivered, not attended, cancelled, and what it changed; all kept. */
@NullMarked
package signpost.api.deliveries;

import org.jspecify.annotations.NullMarked;
