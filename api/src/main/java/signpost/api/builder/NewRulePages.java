package signpost.api.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Drafting;
import signpost.api.drafts.Saving;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.writing.RulePart;

/** Begins a new rule: its topic and its name. What it asks and what follows are picked next. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/new")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class NewRulePages {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 1_000;

    private final Desk desk;
    private final DraftBooks books;
    private final OpenRules rules;
    private final Drafting drafting;

    NewRulePages(Desk desk, DraftBooks books, OpenRules rules, Drafting drafting) {
        this.desk = desk;
        this.books = books;
        this.rules = rules;
        this.drafting = drafting;
    }

    /** As it was typed; {@code path} of a file there is, {@code topic} of a new one. */
    record Form(String name, String why, String owner, String path, String topic) {
        static Form of(Map<String, String> sent) {
            return new Form(
                    Typed.oneLine(sent.get("rule")),
                    Typed.oneLine(sent.get("why")),
                    Typed.oneLine(sent.get("owner")),
                    Typed.oneLine(sent.get("path")),
                    Typed.oneLine(sent.get("topic")));
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return page(person, desk.open(person, id), new Form("", "", "Head of destinations", "", ""), Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        Form form = Form.of(sent);
        Drafting.Opened now = Drafting.Opened.of(opened.draft(), Map.of());
        String path = form.topic().isEmpty() ? form.path() : NewRule.path(form.topic());
        String file = rules.text(person, opened, now, path).orElse("");
        List<Mistake> wrong = wrong(form, topics(person, opened), file);
        if (wrong.isEmpty()) {
            Saving saving = drafting.saveExactly(
                    person.schoolId(),
                    opened.owner(),
                    id,
                    now,
                    path,
                    NewRule.in(file, form.name(), form.owner(), form.why()),
                    Person.of(person));
            if (saving instanceof Saving.Saved) {
                return SeeOther.at(OpenRule.address(id, path, form.name(), "condition", "making", "yes"));
            }
            wrong = List.of(new Mistake(
                    form.topic().isEmpty() ? "path" : "topic",
                    saving instanceof Saving.Refused refused
                            ? refused.because()
                            : "Somebody else added a rule of this name meanwhile"));
        }
        ModelAndView page = page(person, opened, form, new Mistakes(wrong));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static List<Mistake> wrong(Form form, List<String> topics, String file) {
        List<Mistake> wrong = new ArrayList<>();
        if (form.name().isEmpty() || form.name().length() > LONGEST_NAME) {
            wrong.add(new Mistake("rule", "Enter a short name, in " + LONGEST_NAME + " characters or fewer"));
        } else if (form.name().contains(";")) {
            wrong.add(
                    new Mistake("rule", "A rule's name may not hold \";\". It separates rules where they are listed."));
        } else if (RulePart.named(file, form.name()).isPresent()) {
            wrong.add(new Mistake("rule", "There is already a rule \"" + form.name() + "\" in this topic"));
        }
        if (form.why().isEmpty() || form.why().length() > LONGEST) {
            wrong.add(new Mistake("why", "Enter why the school asks this, in " + LONGEST + " characters or fewer"));
        }
        if (form.owner().length() > LONGEST_NAME) {
            wrong.add(new Mistake("owner", "Enter a role, in " + LONGEST_NAME + " characters or fewer"));
        }
        if (form.topic().isEmpty() && !topics.contains(form.path())) {
            wrong.add(new Mistake("path", "Choose a topic, or enter a new one"));
        } else if (!form.topic().isEmpty() && NewRule.path(form.topic()).isEmpty()) {
            wrong.add(new Mistake("topic", "Enter a topic in letters"));
        }
        return wrong;
    }

    private List<String> topics(StaffMember person, Desk.Opened opened) {
        return books.of(person.schoolId(), opened.owner(), opened.draft()).own().paths().stream()
                .filter(path -> path.startsWith("topics/") && path.endsWith(".txt") && !path.endsWith(".scenarios.txt"))
                .toList();
    }

    private ModelAndView page(StaffMember person, Desk.Opened opened, Form form, Mistakes mistakes) {
        if (!opened.draft().open()) {
            throw OpenRules.none();
        }
        ModelAndView page = new ModelAndView("builder-new");
        page.addObject("draft", opened.draft());
        page.addObject("topics", topics(person, opened));
        page.addObject("form", form);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
