package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallLogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void newest_calls_are_kept_in_order() {
    var log =
        CallLog.of(3).plus(IntStream.range(0, 5).mapToObj(CallLogTest::entry).toList());

    assertThat(log.entries()).containsExactly(entry(2), entry(3), entry(4));
    assertThat(log.plus(List.of(entry(5))).entries()).containsExactly(entry(3), entry(4), entry(5));
  }

  @Test
  void long_values_are_cut_once() {
    var call = new ApiCall("SetValue", "cmi.suspend_data", "x".repeat(5000));
    var entry = new CallLog.Entry(NOW, call, new ApiReply("true", 0));

    var log = CallLog.of(10).plus(List.of(entry));

    assertThat(log.entries().get(0).call().args().get(1)).hasSize(201).endsWith("…");
    assertThat(CallLog.of(10).plus(CallLog.entriesOf(log.toJson())).toJson().length())
        .isLessThan(300);
  }

  @Test
  void log_survives_its_json() {
    var log = CallLog.of(5).plus(List.of(entry(1), entry(2)));

    assertThat(CallLog.of(5).plus(CallLog.entriesOf(log.toJson()))).isEqualTo(log);
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> CallLog.of(0)).hasMessage("a call log keeps at least 1 call, not 0");
    assertThatThrownBy(() -> CallLog.entriesOf("[[1]]")).hasMessage("not a logged call: [1]");
    assertThatThrownBy(() -> CallLog.entriesOf("[")).hasMessage("not the JSON of a call log");
  }

  private static CallLog.Entry entry(int number) {
    return new CallLog.Entry(
        NOW.plusMillis(number),
        new ApiCall("GetValue", "cmi.mode"),
        new ApiReply("normal", number));
  }
}
