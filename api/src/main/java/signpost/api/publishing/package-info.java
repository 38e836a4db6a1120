/** From a draft to a book in force: proposed, approved by a second person, published, and gone back from. */
@NullMarked
package signpost.api.publishing;

import org.jspecify.annotations.NullMarked;
