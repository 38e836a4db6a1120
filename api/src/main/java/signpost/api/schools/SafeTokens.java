package signpost.api.schools;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Secrets that are shown once: 256 random bits, of which only the SHA-256 is kept. */
@Component
class SafeTokens {

    /** What an MIS token begins with, so that a leaked one is recognised for what it is. */
    static final String MIS_PREFIX = "spt_";

    private final SecureRandom random = new SecureRandom();

    String misToken() {
        return MIS_PREFIX + secret();
    }

    String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A fast digest is right here: nobody guesses 256 random bits, and every request asks for one. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
