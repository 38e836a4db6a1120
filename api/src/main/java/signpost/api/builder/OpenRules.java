package signpost.api.builder;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.ConflictPage;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Drafting;
import signpost.api.drafts.Saving;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.writing.Builder;
import signpost.engine.writing.RulePart;
import signpost.engine.writing.RuleText;

/** Opens rules of drafts and saves what was picked: in the text as it was opened, put together with what others saved. */
@Component
class OpenRules {

    private static final String MARK = "\uFEFF";

    private final Desk desk;
    private final DraftBooks books;
    private final Drafting drafting;
    private final BookWords words;

    OpenRules(Desk desk, DraftBooks books, Drafting drafting, BookWords words) {
        this.desk = desk;
        this.books = books;
        this.drafting = drafting;
        this.words = words;
    }

    /**
     * The rule that was asked for, in the draft as it was when the person opened it.
     *
     * @throws ResponseStatusException 404 when there is none, or it is none of theirs
     */
    OpenRule open(StaffMember person, UUID id, Map<String, String> sent) {
        Desk.Opened opened = desk.open(person, id);
        Drafting.Opened began = Drafting.Opened.of(opened.draft(), sent);
        String path = sent.getOrDefault("path", "");
        String name = sent.getOrDefault("name", "");
        String file = text(person, opened, began, path).orElseThrow(OpenRules::none);
        String mark = file.startsWith(MARK) ? MARK : "";
        String text = file.substring(mark.length());
        RulePart part = RulePart.named(text, name).orElseThrow(OpenRules::none);
        RuleText rule = RuleText.of(part.rule()).orElseThrow(OpenRules::none);
        String written = RulePart.names(text).stream()
                .filter(one -> one.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
        return new OpenRule(opened, began, path, mark, written, part, rule);
    }

    /** A text file as the draft had it; nothing where there is none, or it is no text. */
    Optional<String> text(StaffMember person, Desk.Opened opened, Drafting.Opened began, String path) {
        BookFiles own = books.own(person.schoolId(), opened.owner(), opened.draft(), began.base(), began.revision());
        if (!path.endsWith(".txt") || !own.paths().contains(path)) {
            return Optional.empty();
        }
        byte[] bytes = own.bytes(path);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? Optional.of(text) : Optional.empty();
    }

    /** What can be picked in a draft. */
    Builder builder(StaffMember person, OpenRule rule) {
        return new Builder(words.of(person, rule.opened()));
    }

    /** Saves the rule with another text, and leads on. */
    ModelAndView saved(
            StaffMember person, OpenRule rule, RuleText changed, String done, String then, RedirectAttributes next) {
        return saved(person, rule, rule.with(changed.text()), done, then, next);
    }

    /** The same of the whole file. */
    ModelAndView saved(
            StaffMember person, OpenRule rule, String whole, String done, String then, RedirectAttributes next) {
        Saving saving = drafting.saveExactly(
                person.schoolId(),
                rule.opened().owner(),
                rule.draft().id(),
                rule.began(),
                rule.path(),
                whole,
                Person.of(person));
        if (saving instanceof Saving.Conflicting conflicting) {
            String shown = whole.substring(rule.mark().length()).replace("\r\n", "\n");
            return ConflictPage.of(rule.draft(), rule.began(), rule.path(), shown, conflicting.conflicts());
        }
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because() + " Nothing was changed.");
            return SeeOther.at(rule.address());
        }
        boolean merged = ((Saving.Saved) saving).merged();
        next.addFlashAttribute(
                "done", merged ? done + " What somebody else saved in this file meanwhile stands too." : done);
        return SeeOther.at(then);
    }

    /** For what is not there, any more or at all. */
    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
