package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Settings of the program among the words of a command. */
class SettingsTest {

    @Test
    void settingsAloneStartTheServerAndACommandAmongThemIsRun() {
        assertThat(SignpostCommandLine.knows()).isFalse();
        assertThat(SignpostCommandLine.knows("--server.port=9000", "--spring.profiles.active=demo"))
                .isFalse();
        assertThat(SignpostCommandLine.knows("--signpost.database.dir=data", "school", "list"))
                .isTrue();
        assertThat(SignpostCommandLine.knows("--help")).isTrue();
    }

    @Test
    void helpIsGivenWhereverTheSettingsStand() {
        var helped = Ended.after("--signpost.database.dir=data", "staff", "--server.port=1", "add", "--help");
        assertThat(helped.code()).isZero();
        assertThat(helped.out()).contains("signpost staff add", "--address");
        assertThat(Ended.after("--server.port=1", "scool", "list").code()).isEqualTo(2);
    }

    @Test
    void anOptionWhoseValueHasADotIsNoSetting() {
        assertThat(Ended.after("check", "--on=1.2=3", "rules").err()).contains("--on");
    }
}
