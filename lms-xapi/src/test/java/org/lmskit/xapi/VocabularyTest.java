package org.lmskit.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabularies that are given as constants: each has the name of what it identifies. */
class VocabularyTest {
  private static final List<Class<?>> VOCABULARIES = List.of(
      AdlVocabulary.class,
      Cmi5Vocabulary.class,
      ScormProfile.class,
      VideoProfile.class,
      Verb.class);
  private static final String ROLE = "_(TYPE|EXTENSION|CATEGORY)$";

  /** Terms whose name says more or less than their last segment. */
  private static final Map<String, String> NAMES = Map.of(
      "https://w3id.org/xapi/video", "CATEGORY",
      "https://w3id.org/xapi/scorm", "CATEGORY",
      "http://adlnet.gov/expapi/activities/cmi.interaction", "INTERACTION");

  record Term(String of, String name, Object value) {
    @Override
    public String toString() {
      return of + '.' + name;
    }
  }

  static Stream<Term> terms() {
    return VOCABULARIES.stream()
        .flatMap(type -> Arrays.stream(type.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(field -> term(type, field)));
  }

  private static Term term(Class<?> type, Field field) {
    try {
      return new Term(type.getSimpleName(), field.getName(), field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Iri iri(Object value) {
    return value instanceof Verb verb ? verb.id() : (Iri) value;
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void a_term_has_the_name_of_what_it_identifies(Term term) {
    String iri = iri(term.value).toString();
    String last = iri.substring(iri.lastIndexOf('/') + 1);

    assertThat(plain(NAMES.getOrDefault(iri, last)))
        .isEqualTo(plain(term.name.replaceFirst(ROLE, "")));
    if (term.value instanceof Verb verb) {
      assertThat(verb.display()).isEqualTo(LanguageMap.of("en-US", last));
    }
  }
}
