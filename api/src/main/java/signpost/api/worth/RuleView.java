package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.pages.Capital;
import signpost.api.pages.Mistakes;
import signpost.api.rulebooks.RuleWords;
import signpost.api.schools.StaffMember;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.rulebook.Rule;

/** What a rule's page shows. */
@Component
class RuleView {

    /** A comment with its term and the words of its reason. */
    record Said(String term, String reason, String words) {}

    private final RuleHistory history;
    private final Comments comments;
    private final Clock clock;

    RuleView(RuleHistory history, Comments comments, Clock clock) {
        this.history = history;
        this.comments = comments;
        this.clock = clock;
    }

    ModelAndView page(StaffMember person, Written.Found found, String why, Mistakes mistakes) {
        Rule rule = found.rule();
        Catalogue catalogue = found.book().catalogue();
        ModelAndView page = new ModelAndView("rule");
        page.addObject("rule", new RuleWords(catalogue).of(rule));
        page.addObject("whose", Capital.first(found.origin().words()));
        page.addObject("off", found.why().orElse(""));
        page.addObject("offByAddition", found.off().isPresent());
        page.addObject("mayBeOn", found.schoolsOff());
        page.addObject("ended", rule.to().filter(last -> last.isBefore(today())).isPresent());
        page.addObject(
                "overdue", rule.reviewBy().filter(day -> day.isBefore(today())).isPresent());
        page.addObject("trusts", found.trusts());
        figures(page, rule, history.of(person, rule.name(), catalogue), Seeing.careful(person));
        page.addObject("latest", Comments.LATEST);
        page.addObject("mayReadComments", Seeing.comments(person));
        page.addObject(
                "comments", Seeing.comments(person) ? said(person.schoolId(), rule.name(), catalogue) : List.of());
        page.addObject("why", why);
        page.addObject("mistakes", mistakes);
        return page;
    }

    private static void figures(ModelAndView page, Rule rule, List<RuleHistory.Line> lines, boolean careful) {
        List<RuleHistory.Line> earliestFirst = new ArrayList<>(lines);
        Collections.reverse(earliestFirst);
        page.addObject("lines", lines);
        page.addObject("suggests", suggests(rule, lines));
        page.addObject("partly", lines.stream().anyMatch(RuleHistory.Line::partly));
        page.addObject("came", Told.CAME);
        page.addObject("careful", careful);
        page.addObject("least", Parts.LEAST);
        page.addObject("keys", Picture.keys());
        page.addObject(
                "picture",
                Picture.of(
                        earliestFirst.stream().map(RuleHistory.Line::term).toList(),
                        earliestFirst.stream().map(RuleHistory.Line::told).toList()));
    }

    /** Whether it asks for help, or did in a term that is told. */
    private static boolean suggests(Rule rule, List<RuleHistory.Line> lines) {
        return rule.recommendations().findAny().isPresent()
                || lines.stream().anyMatch(line -> line.told().suggested().orElse(0) > 0);
    }

    private List<Said> said(UUID school, String rule, Catalogue catalogue) {
        Map<UUID, String> names = history.names(school);
        return comments.of(school, rule).stream()
                .map(comment -> new Said(
                        names.getOrDefault(comment.term(), ""),
                        catalogue
                                .reason(comment.reason())
                                .map(OverrideReason::label)
                                .orElse(comment.reason()),
                        comment.words()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
