package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.lmskit.learning.TestContent;

/** One call after a downtime gives what daily calls would have given. */
class LateAdvanceTest {
  private static final int DAYS = 60;
  private static final Pattern BY_CHANCE =
      Pattern.compile("\"(recordedAt|registration)\":\"[^\"]*\"");
  private static final Pattern ID = Pattern.compile("00000000-0000-7000-8000-\\d{12}");

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void one_late_call_gives_what_daily_calls_give(@ForAll long seed) {
    List<String> daily = lived(seed, true);
    List<String> late = lived(seed, false);

    assertThat(late).isEqualTo(daily);
  }

  private static List<String> lived(long seed, boolean isDaily) {
    TestLms test = new TestLms();
    Lms lms =
        test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();
    new RandomHistory(test, new Random(seed)).live(lms, 60);
    lms.advance();
    int before = test.heard.size();
    for (int day = 0; day < DAYS; day++) {
      test.pass(Duration.ofDays(1));
      if (isDaily) {
        lms.advance();
      }
    }
    lms.advance();
    Statistics.label("something became due").collect(test.heard.size() > before);
    lms.ledger().seal();
    List<String> entries = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    lms.ledger()
        .entries(entry -> entries.add(ID.matcher(BY_CHANCE.matcher(entry).replaceAll(""))
            .replaceAll(id -> names.computeIfAbsent(id.group(), key -> "id" + names.size()))));
    return entries;
  }
}
