package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalTextTest {
  private static final JsonMapper AS_GIVEN = JsonMapper.builder().build();
  private static final JsonMapper BY_KEYS = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .build();

  @Property(tries = 300)
  void sorts_every_object_at_every_depth(@ForAll("values") Object value) {
    assertThat(CanonicalText.sorted(AS_GIVEN.writeValueAsString(value)))
        .isEqualTo(BY_KEYS.writeValueAsString(value));
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves = Arbitraries.oneOf(
        Arbitraries.strings().withChars("a\"\\{}[],:\n\u0001ü\ud83d\ude00").ofMaxLength(8),
        Arbitraries.longs(),
        Arbitraries.of(true, false));
    Arbitrary<String> names = Arbitraries.strings().withChars("abcü:,{}").ofMaxLength(3);
    return Arbitraries.recursive(
        () -> leaves,
        inner -> Arbitraries.oneOf(
            inner.list().ofMaxSize(3).map(list -> (Object) list),
            Arbitraries.maps(names, inner).ofMaxSize(4).map(CanonicalTextTest::backwards)),
        0,
        3);
  }

  private static Object backwards(Map<String, Object> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(name -> result.put(name, map.get(name)));
    return result;
  }

  @Test
  void declines_what_only_a_parser_can_tell() {
    for (String json : List.of(
        "{\"b\":1.50}",
        "[1e3]",
        "{\"\\n\":1}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":1,\"a\":2,\"b\":3}",
        "[".repeat(500) + "]".repeat(500))) {
      assertThat(CanonicalText.sorted(json)).as(json).isNull();
    }
  }

  @Test
  void sorts_by_the_letters_of_names_and_leaves_arrays_as_they_are() {
    assertThat(CanonicalText.sorted("{\"type\":\"T\",\"b\":[2,1,null],\"B\":{},\"a\":[]}"))
        .isEqualTo("{\"B\":{},\"a\":[],\"b\":[2,1,null],\"type\":\"T\"}");
  }
}
