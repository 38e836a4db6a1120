/** Files that arrive for a draft: shown as what they would change, then put into it or thrown away. */
@NullMarked
package signpost.api.uploads;

import org.jspecify.annotations.NullMarked;
