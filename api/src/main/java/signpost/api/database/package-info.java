/** Which PostgreSQL Signpost works on: its own, kept beside it, or the one it is given; and with what rights. */
@NullMarked
package signpost.api.database;

import org.jspecify.annotations.NullMarked;
