/** What a student can be handed: what they said, what is planned, what was agreed and what help comes, in plain words. */
@NullMarked
package signpost.api.summaries;

import org.jspecify.annotations.NullMarked;
