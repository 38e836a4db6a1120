package signpost.api.assignments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SentId;
import signpost.api.pages.TypedDay;

/** Cover for an absence, as somebody typed it. */
record CoverForm(String absent, Set<String> standIns, TypedDay from, TypedDay to) {

    private static final int LONGEST_IN_DAYS = 366;

    static CoverForm empty(LocalDate today) {
        return new CoverForm("", Set.of(), TypedDay.of(today), TypedDay.BLANK);
    }

    static CoverForm of(MultiValueMap<String, String> sent) {
        var single = sent.toSingleValueMap();
        return new CoverForm(
                single.getOrDefault("absent", ""),
                new LinkedHashSet<>(sent.getOrDefault("stand-in", List.of())),
                TypedDay.of(single, "from"),
                TypedDay.of(single, "to"));
    }

    Optional<UUID> whoIsAway() {
        return SentId.of(absent);
    }

    Set<UUID> whoStandIn() {
        Set<UUID> ids = new LinkedHashSet<>();
        standIns.forEach(text -> SentId.of(text).ifPresent(ids::add));
        return ids;
    }

    /** @param covers that are or are to come: nobody stands in who is away on one of the days */
    Mistakes mistakes(People people, List<Cover> covers, LocalDate today) {
        List<Mistake> wrong = new ArrayList<>();
        if (!people.isAdviser(whoIsAway())) {
            wrong.add(new Mistake("absent", "Choose who is away"));
        }
        Set<UUID> helpers = whoStandIn();
        if (helpers.isEmpty() || !helpers.stream().allMatch(one -> people.isAdviser(Optional.of(one)))) {
            wrong.add(Mistake.inChoice("stand-in", "Choose who stands in: one colleague or several"));
        } else if (whoIsAway().map(helpers::contains).orElse(false)) {
            wrong.add(Mistake.inChoice("stand-in", "Nobody stands in for themselves: choose a colleague"));
        }
        days(today).ifPresentOrElse(wrong::add, () -> away(covers, helpers).ifPresent(wrong::add));
        return new Mistakes(wrong);
    }

    private Optional<Mistake> days(LocalDate today) {
        if (from.day().isEmpty()) {
            return Optional.of(Mistake.inDay("from", "Enter the first day, such as 27 11 2026"));
        }
        if (to.day().isEmpty()) {
            return Optional.of(Mistake.inDay("to", "Enter the last day, such as 4 12 2026"));
        }
        LocalDate first = from.day().get();
        LocalDate last = to.day().get();
        if (last.isBefore(first) || last.isBefore(today)) {
            return Optional.of(Mistake.inDay("to", "The last day must not be before the first, nor in the past"));
        }
        return last.isAfter(today.plusDays(LONGEST_IN_DAYS))
                ? Optional.of(Mistake.inDay("to", "The last day must be within a year; give the caseload away instead"))
                : Optional.empty();
    }

    private Optional<Mistake> away(List<Cover> covers, Set<UUID> helpers) {
        return covers.stream()
                .filter(cover -> cover.keepsAway(
                        helpers, from.day().orElseThrow(), to.day().orElseThrow()))
                .findFirst()
                .map(CoverForm::away);
    }

    /** @param cover for somebody who was to stand in */
    static Mistake away(Cover cover) {
        return Mistake.inChoice(
                "stand-in", cover.absentName() + " is away on some of these days: choose somebody else");
    }
}
