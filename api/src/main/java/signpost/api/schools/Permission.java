package signpost.api.schools;

/** What a person may do in their own school; the names are the authorities that pages and methods ask for. */
public enum Permission {
    /** The caseload and a student's page. */
    SEE_STUDENTS,
    /** Special-category data: care, health, special educational needs, ethnicity, religion. */
    SEE_SPECIAL_CATEGORY,
    /** Accept, override or defer a recommendation, and record what came of it. */
    DECIDE,
    /** Take down any interview, and read what was written about one. */
    RECORD_INTERVIEWS,
    /** Take down what students say in tutor time: a tutor conversation, or a whole group in one sitting. */
    RECORD_TUTOR_TIME,
    /** Write notes about students, and read those that are not restricted to other roles. */
    WRITE_NOTES,
    /** Who read which restricted note; not what it says. */
    SEE_NOTE_READS,
    /** The rules in force and what is wrong with an edited one. */
    SEE_RULE_BOOK,
    /** Whose caseload students are, cover, and tutors' groups; without SEE_STUDENTS, by group only. */
    ASSIGN,
    /** Set the days of terms, and run, review and close them. */
    RUN_TERM,
    /** Staff and tokens; gives no sight of students. */
    ADMINISTER
}
