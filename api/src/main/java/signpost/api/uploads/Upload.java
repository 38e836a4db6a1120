package signpost.api.uploads;

import java.time.Instant;
import java.util.UUID;
import signpost.api.drafts.Drafting;
import signpost.api.rulebooks.Version.Person;
import signpost.engine.rulebook.BookFiles;

/**
 * Files somebody has uploaded and not yet put into their draft.
 *
 * @param what the file's name, and what it takes the place of
 * @param opened the draft as it was when they arrived
 * @param files all the owner's files as they would be
 */
record Upload(
        UUID owner, UUID draft, UUID id, String what, Drafting.Opened opened, BookFiles files, Person by, Instant at) {}
