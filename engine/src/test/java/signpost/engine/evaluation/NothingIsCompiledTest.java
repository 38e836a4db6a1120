package signpost.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.engine.ABook;
import signpost.engine.AStudent;

class NothingIsCompiledTest {

    /** What could turn text into a program. If one of these returns, look at the exclusions in engine/pom.xml. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.drools.compiler.builder.impl.KnowledgeBuilderImpl",
                "org.drools.compiler.kie.builder.impl.KieServicesImpl",
                "org.drools.drl.parser.DrlParser",
                "org.drools.drl.extensions.DecisionTableFactory",
                "org.drools.ecj.EclipseJavaCompiler",
                "org.eclipse.jdt.core.compiler.batch.BatchCompiler",
                "org.drools.mvel.parser.MvelParser",
                "org.drools.mvelcompiler.MvelCompiler",
                "org.mvel2.MVEL",
                "com.github.javaparser.JavaParser",
                "org.drools.model.codegen.execmodel.PackageModel",
                "org.drools.wiring.dynamic.DynamicComponentsSupplier",
                "org.antlr.runtime.Parser",
                "org.antlr.v4.runtime.Parser"
            })
    void noParserOrCompilerOfProgramsIsOnTheClassPath(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void droolsJudgesWithoutThem() {
        assertThat(ABook.when("attendance is 90% or below")
                        .recommender()
                        .judge(AStudent.aStudent().withAttendance("84").seen())
                        .flags())
                .extracting(Judgement.RaisedFlag::flag)
                .containsExactly("Tested");
    }
}
