package signpost.api.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.deliveries.Entry;
import signpost.api.deliveries.Recorder;
import signpost.api.deliveries.Together;
import signpost.api.deliveries.What;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.engine.vocabulary.Dates;

/** Plans sessions, fills their lists and keeps their registers; what is recorded of a student is a delivery like any other. */
@Service
class SessionWork {

    /**
     * What came of filling a list or keeping a register.
     *
     * @param counted how many students it was recorded of
     * @param handedBack why it was not recorded, by recommendation
     * @param refused why nothing was recorded at all, or empty
     */
    record Result(int counted, Map<UUID, String> handedBack, String refused) {

        static Result refused(String why) {
            return new Result(0, Map.of(), why);
        }

        static Result of(Together.Result result, int asked) {
            return new Result(asked - result.handedBack().size(), result.handedBack(), "");
        }
    }

    /**
     * A mark as sent.
     *
     * @param seen what was recorded last of it, as the person saw it
     * @param what what the register says; absent to take back what was recorded
     */
    record Mark(UUID recommendation, UUID seen, Optional<What> what) {

        /** Present at the last of several meetings, the help is delivered; unless a person says that it goes on. */
        Mark completing(Roster.Row row, int meetings) {
            boolean last = row.mark().what() != What.DELIVERED && row.attended() + 1 >= meetings;
            return last && what.filter(what -> what == What.ATTENDED).isPresent()
                    ? new Mark(recommendation, seen, Optional.of(What.DELIVERED))
                    : this;
        }
    }

    private final GroupSessions sessions;
    private final Rosters rosters;
    private final Together together;
    private final SessionWords words;
    private final Ids ids;
    private final Clock clock;

    SessionWork(GroupSessions sessions, Rosters rosters, Together together, SessionWords words, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.rosters = rosters;
        this.together = together;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Plans a session; its id.
     *
     * @param wanted as typed; its id is not read
     */
    @Transactional
    public UUID plan(StaffMember person, GroupSession wanted) {
        UUID id = ids.next();
        GroupSession session = new GroupSession(
                id,
                wanted.intervention(),
                wanted.on(),
                wanted.at(),
                wanted.place(),
                wanted.runBy(),
                wanted.places(),
                1);
        sessions.add(person.schoolId(), session, person.staffId(), clock.instant());
        return id;
    }

    /** Changes a session as long as nobody changed it since; those on its list are planned for the new day. */
    @Transactional
    public Result change(StaffMember person, GroupSession wanted) {
        UUID school = person.schoolId();
        GroupSession now = sessions.findLocked(school, wanted.id()).orElseThrow();
        if (now.version() != wanted.version()) {
            return Result.refused("Somebody changed this session meanwhile.");
        }
        Roster roster = rosters.of(school, now.id());
        if (wanted.places() < roster.rows().size()) {
            return Result.refused(roster.rows().size() + " students are on the list already: give it as many places,"
                    + " or take some off first.");
        }
        if (!now.on().equals(wanted.on()) && roster.taken()) {
            return Result.refused("The register of this session is taken, so its day stays " + Dates.words(now.on())
                    + ". If that is the wrong day, take the marks back first.");
        }
        sessions.change(school, wanted, clock.instant());
        if (now.on().equals(wanted.on())) {
            return new Result(0, Map.of(), "");
        }
        List<Entry> moved = roster.rows().stream()
                .filter(Roster.Row::open)
                .map(row -> Entry.instead(row.id(), row.mark().id(), What.PLANNED, wanted.on()))
                .toList();
        return record(person, now.id(), moved);
    }

    /**
     * Adds students to a session.
     *
     * @param chosen what was recorded last of each, as the person saw it
     */
    @Transactional
    public Result add(StaffMember person, UUID id, Map<UUID, Optional<UUID>> chosen) {
        UUID school = person.schoolId();
        GroupSession session = sessions.findLocked(school, id).orElseThrow();
        if (session.over(LocalDate.now(clock))) {
            return Result.refused("The session is over: record what happened on each student's own page.");
        }
        int free = session.places() - sessions.recorded(school, id).size();
        if (chosen.size() > free) {
            return Result.refused((free == 1 ? "One place is" : Math.max(free, 0) + " places are")
                    + " free, and you chose " + chosen.size() + ".");
        }
        List<Entry> planned = new ArrayList<>();
        rosters.candidates(school, session, LocalDate.now(clock)).students().stream()
                .map(one -> one.recommendation().id())
                .filter(chosen::containsKey)
                .forEach(one -> planned.add(
                        Entry.next(one, chosen.getOrDefault(one, Optional.empty()), What.PLANNED, session.on())));
        return record(person, id, planned, chosen);
    }

    private Result record(StaffMember person, UUID id, List<Entry> planned, Map<UUID, Optional<UUID>> chosen) {
        Result result = record(person, id, planned);
        Map<UUID, String> back = new java.util.HashMap<>(result.handedBack());
        chosen.keySet().stream()
                .filter(one -> planned.stream()
                        .noneMatch(entry -> entry.recommendation().equals(one)))
                .forEach(one -> back.put(one, "It is planned, delivered or not accepted any more."));
        return new Result(result.counted(), back, "");
    }

    /** Keeps the register: a mark that says what stands already changes nothing. */
    @Transactional
    public Result mark(StaffMember person, UUID id, List<Mark> marks) {
        UUID school = person.schoolId();
        GroupSession session = sessions.findLocked(school, id).orElseThrow();
        Map<UUID, Roster.Row> rows = new java.util.HashMap<>();
        rosters.of(school, id).rows().forEach(row -> rows.put(row.id(), row));
        Map<UUID, String> gone = new java.util.HashMap<>();
        List<Entry> entries = new ArrayList<>();
        int meetings = words.meetings(session);
        for (Mark sent : marks) {
            Roster.Row row = rows.get(sent.recommendation());
            if (row == null) {
                gone.put(sent.recommendation(), "The student is not on the list any more.");
                continue;
            }
            Mark mark = sent.completing(row, meetings);
            if (!says(row, mark)) {
                entries.add(entry(row, mark, session.on()));
            }
        }
        Result result = record(person, id, entries);
        gone.putAll(result.handedBack());
        return new Result(result.counted(), gone, "");
    }

    private static boolean says(Roster.Row row, Mark mark) {
        return row.elsewhere().isEmpty()
                && mark.what().filter(what -> what == row.mark().what()).isPresent();
    }

    private static Entry entry(Roster.Row row, Mark mark, LocalDate on) {
        boolean followsPlan =
                row.mark().what() == What.PLANNED || !row.mark().id().equals(mark.seen());
        return mark.what()
                .map(what -> followsPlan
                        ? Entry.next(mark.recommendation(), Optional.of(mark.seen()), what, on)
                        : Entry.instead(mark.recommendation(), mark.seen(), what, on))
                .orElseGet(() -> Entry.undo(mark.recommendation(), mark.seen()));
    }

    private Result record(StaffMember person, UUID id, List<Entry> entries) {
        Together.Result result =
                together.record(person.schoolId(), entries, Recorder.staff(person.staffId(), person.displayName()));
        sessions.keep(person.schoolId(), id, result.recorded());
        return Result.of(result, entries.size());
    }
}
