package signpost.api.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.webjars.WebJarVersionLocator;

/**
 * The editor of rules and the modules it is made of, all below one address that changes whenever any of them does: browsers
 * keep them for ever, and never one of today's with one of yesterday's.
 */
@Configuration(proxyBeanMethods = false)
class EditorFiles implements WebMvcConfigurer {

    private static final String OURS = "classpath:/editor/";
    private static final int LENGTH = 16;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/editor/**")
                .addResourceLocations(OURS, "classpath:/" + EditorModules.WEBJARS)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version(), "/**"))
                .addResolver(new LiteWebJarsResourceResolver())
                .addTransformer(new EditorModules());
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource own : new PathMatchingResourcePatternResolver().getResources(OURS + "*.js")) {
                digest.update(own.getContentAsByteArray());
            }
            WebJarVersionLocator versions = new WebJarVersionLocator();
            for (String place : new TreeSet<>(EditorModules.PLACES.values())) {
                String webjar = place.substring(0, place.indexOf('/'));
                digest.update((webjar + versions.version(webjar)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
