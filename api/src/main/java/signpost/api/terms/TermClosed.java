package signpost.api.terms;

import java.util.UUID;

/** A term that was open is closed. Published inside the transaction that closes it, which holds the locks of all students. */
public record TermClosed(UUID school, SchoolTerm term) {}
