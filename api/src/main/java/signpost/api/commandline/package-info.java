/** The command line for rule books: checked, tried and compared without a server or a database. */
@NullMarked
package signpost.api.commandline;

import org.jspecify.annotations.NullMarked;
