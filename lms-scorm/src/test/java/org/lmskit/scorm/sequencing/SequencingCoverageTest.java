package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each process of SN Appendix C is shown by a test whose name begins with its id. */
class SequencingCoverageTest {
  private static final List<Class<?>> TESTS = List.of(
      NavigationProcessTest.class,
      TerminationProcessTest.class,
      RollupProcessTest.class,
      FlowProcessTest.class,
      ChoiceProcessTest.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OP.1", "NB.2.1", "TB.2.1", "TB.2.2", "TB.2.3", "RB.1.1.a", "RB.1.1.b", "RB.1.2.a",
            "RB.1.2.b",
        "RB.1.3.a", "RB.1.3.b", "RB.1.4", "RB.1.4.1", "RB.1.4.2", "RB.1.5", "SR.1", "SR.2",
            "SB.2.1",
        "SB.2.2", "SB.2.3", "SB.2.4", "SB.2.5", "SB.2.6", "SB.2.7", "SB.2.8", "SB.2.9", "SB.2.9.1",
        "SB.2.9.2", "SB.2.10", "SB.2.11", "SB.2.12", "SB.2.13", "DB.1.1", "DB.2", "DB.2.1", "UP.1",
        "UP.2", "UP.2.1", "UP.3", "UP.4", "UP.5"
      })
  void process_has_a_test_of_its_name(String process) {
    var prefix = process.toLowerCase(Locale.ROOT).replace('.', '_') + "_";

    assertThat(names()).as(process).anyMatch(name -> isOf(name, prefix));
  }

  /** {@code sb_2_1_} begins the tests of SB.2.1, not those of SB.2.10 or of a subprocess. */
  private static boolean isOf(String name, String prefix) {
    return name.startsWith(prefix) && !Character.isDigit(name.charAt(prefix.length()));
  }

  private static TreeSet<String> names() {
    var names = new TreeSet<String>();
    TESTS.stream()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(SequencingCoverageTest::isTest)
        .forEach(method -> names.add(method.getName()));
    return names;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  @Test
  void the_names_of_tests_are_read() {
    assertThat(names()).hasSizeGreaterThan(50);
    assertThat(Arrays.asList("sb_2_1_x", "sb_2_10_x", "sb_2_1_2_x"))
        .filteredOn(name -> isOf(name, "sb_2_1_"))
        .containsExactly("sb_2_1_x");
  }
}
