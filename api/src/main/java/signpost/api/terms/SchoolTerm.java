package signpost.api.terms;

import java.util.UUID;
import signpost.engine.profile.Term;

/**
 * A term of a school, as kept.
 *
 * @param id its id within the school
 * @param term when it is
 * @param state where it stands
 */
public record SchoolTerm(UUID id, Term term, TermState state) {}
