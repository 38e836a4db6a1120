package signpost.api.builder;

import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.Drafting;
import signpost.engine.writing.RulePart;
import signpost.engine.writing.RuleText;

/**
 * A rule of a draft as somebody has it open.
 *
 * @param began the draft as it was when they opened the rule; what they change is changed in that text
 * @param mark what the file begins with before its first line; a byte order mark, or empty
 * @param name as the file writes it
 */
record OpenRule(
        Desk.Opened opened,
        Drafting.Opened began,
        String path,
        String mark,
        String name,
        RulePart part,
        RuleText text) {

    public Draft draft() {
        return opened.draft();
    }

    public boolean mayEdit() {
        return opened.mayEdit() && draft().open();
    }

    /** The file with another text of this rule in it. */
    String with(String rule) {
        return mark + part.with(rule);
    }

    /** The rule's page. */
    String address() {
        return address(draft().id(), path, name);
    }

    static String address(UUID id, String path, String name) {
        return base(id) + "?path=" + UriUtils.encode(path, "UTF-8") + "&name=" + UriUtils.encode(name, "UTF-8");
    }

    /** A page about a part of the rule as it is now. */
    static String address(UUID id, String path, String name, String page, String... further) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        for (int at = 0; at < further.length; at += 2) {
            query.queryParam(further[at], UriUtils.encode(further[at + 1], "UTF-8"));
        }
        String more = query.build(true).toUriString();
        return address(id, path, name).replaceFirst("/rule\\?", "/rule/" + page + "?")
                + (more.isEmpty() ? "" : "&" + more.substring(1));
    }

    private static String base(UUID id) {
        return "/rule-book/drafts/" + id + "/rule";
    }
}
