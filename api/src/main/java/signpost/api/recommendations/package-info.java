/** What the rules say of each student, kept: evaluation, withdrawal, expiry, and how both are read. */
@NullMarked
package signpost.api.recommendations;

import org.jspecify.annotations.NullMarked;
