/** The interventions a school offers and the coded reasons for overriding a suggestion. */
@NullMarked
package signpost.engine.catalogue;

import org.jspecify.annotations.NullMarked;
