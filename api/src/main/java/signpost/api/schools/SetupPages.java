package signpost.api.schools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import signpost.api.pages.Mistake;

/** The pages behind the one-time links: the first administrator, and setting one's password. */
@Controller
class SetupPages {

    static final int SHORTEST_PASSWORD = 12;

    /** As many bytes as bcrypt reads; it refuses more. */
    private static final int LONGEST_PASSWORD = 72;

    private final SetupLinks links;
    private final Audit audit;

    SetupPages(SetupLinks links, Audit audit) {
        this.links = links;
        this.audit = audit;
    }

    @GetMapping("/first-administrator")
    String firstAdministrator(@RequestParam(defaultValue = "") String key, Model model) {
        if (!links.opensFirstAdministrator(key)) {
            return "link-closed";
        }
        return form(model, key, "", "", List.of(), "first-administrator");
    }

    @PostMapping("/first-administrator")
    String firstAdministrator(
            @RequestParam String key,
            @RequestParam String name,
            @RequestParam String username,
            @RequestParam String password,
            Model model) {
        if (!links.opensFirstAdministrator(key)) {
            return "link-closed";
        }
        var mistakes = new ArrayList<Mistake>();
        if (name.isBlank() || name.strip().length() > 200) {
            mistakes.add(new Mistake("name", "Enter your name, as colleagues know you"));
        }
        if (!Accounts.usable(username)) {
            mistakes.add(new Mistake("username", "Enter a username without spaces, such as your email address"));
        }
        mistakes.addAll(mistakes(password));
        if (!mistakes.isEmpty()) {
            return form(model, key, name, username, mistakes, "first-administrator");
        }
        try {
            return links.firstAdministrator(key, username, name, password)
                    .map(account -> {
                        audit.record("first-administrator-made", "account", account);
                        return "redirect:/sign-in?ready";
                    })
                    .orElse("link-closed");
        } catch (DuplicateKeyException taken) {
            mistakes.add(new Mistake("username", "Somebody has this username already: enter another"));
            return form(model, key, name, username, mistakes, "first-administrator");
        }
    }

    @GetMapping("/set-password")
    String setPassword(@RequestParam(defaultValue = "") String key, Model model) {
        return links.opensPassword(key) ? form(model, key, "", "", List.of(), "set-password") : "link-closed";
    }

    @PostMapping("/set-password")
    String setPassword(@RequestParam String key, @RequestParam String password, Model model) {
        if (!mistakes(password).isEmpty()) {
            return form(model, key, "", "", mistakes(password), "set-password");
        }
        return links.setPassword(key, password)
                .map(account -> {
                    audit.record("password-set", "account", account);
                    return "redirect:/sign-in?ready";
                })
                .orElse("link-closed");
    }

    private static List<Mistake> mistakes(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            return List.of(
                    new Mistake("password", "Enter a password of at least " + SHORTEST_PASSWORD + " characters"));
        }
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD
                ? List.of(new Mistake("password", "Enter a password of at most 72 characters"))
                : List.of();
    }

    private static String form(
            Model model, String key, String name, String username, List<Mistake> mistakes, String view) {
        model.addAttribute("key", key);
        model.addAttribute("name", name);
        model.addAttribute("username", username);
        model.addAttribute("mistakes", mistakes);
        return view;
    }
}
