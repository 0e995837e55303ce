package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;

/** Reads what content achieved out of its data. */
final class ResultReader {
  private final CmiTable table;
  private final LaunchData launch;
  private final boolean is12;

  ResultReader(CmiTable table, LaunchData launch) {
    this.table = table;
    this.launch = launch;
    this.is12 = launch.version().is12();
  }

  RuntimeResult read(RuntimeState state) {
    var recorded = state.recorded();
    var data = recorded == null ? state.data() : recorded;
    var status = status(state.with(data));
    return new RuntimeResult(
        launch.mode() == Mode.NORMAL,
        launch.forCredit(),
        completion(status[0]),
        Success.of(status[1]),
        score(data),
        number(data.value("pm")),
        TimeSpan.parse(state.data().value("tt"), is12).duration(),
        data.list("o").stream().map(this::objective).toList(),
        data.list("i").stream().map(ResultReader::interaction).toList(),
        sharedData(state.data()),
        preferences(state.data()),
        text(state.data(), "l"));
  }

  /** Completion and success, each in the words of its version. */
  private String[] status(RuntimeState state) {
    var reader = new ValueReader(table, launch, RequestValidity.UNKNOWN);
    if (is12) {
      var status = reader.get(state, "cmi.core.lesson_status").result();
      return new String[] {status, status};
    }
    return new String[] {
      reader.get(state, "cmi.completion_status").result(),
      reader.get(state, "cmi.success_status").result()
    };
  }

  private Completion completion(String status) {
    switch (status) {
      case "passed":
        return Completion.COMPLETED;
      case "failed":
        return launch.compatibility().is(Switch.FAILED_IS_COMPLETE)
            ? Completion.COMPLETED
            : Completion.INCOMPLETE;
      case "browsed":
        return Completion.INCOMPLETE;
      default:
        return Completion.of(status);
    }
  }

  private Score score(DataNode record) {
    var raw = number(record.value("sr"));
    var max = number(record.value("sx"));
    var scaled = number(record.value("ss"));
    if (scaled == null && raw != null && launch.compatibility().is(Switch.SCALE_RAW_SCORE)) {
      scaled = scaled(raw, max);
    }
    return new Score(scaled, raw, number(record.value("sn")), max);
  }

  private static @Nullable BigDecimal scaled(BigDecimal raw, @Nullable BigDecimal max) {
    var full = max == null ? BigDecimal.valueOf(100) : max;
    if (full.signum() <= 0) {
      return null;
    }
    var ratio = raw.divide(full, 7, RoundingMode.HALF_UP).stripTrailingZeros();
    return ratio.max(BigDecimal.ONE.negate()).min(BigDecimal.ONE);
  }

  private ObjectiveResult objective(DataNode record) {
    var status = text(record, "s");
    return new ObjectiveResult(
        text(record, "i"),
        Success.of(status),
        completion(is12 ? status : text(record, "c")),
        score(record),
        number(record.value("p")),
        text(record, "d"));
  }

  private static InteractionResult interaction(DataNode record) {
    return new InteractionResult(
        text(record, "i"),
        text(record, "t"),
        record.list("o").stream().map(objective -> text(objective, "i")).toList(),
        text(record, "ts"),
        record.list("c").stream().map(pattern -> text(pattern, "p")).toList(),
        text(record, "w"),
        text(record, "r"),
        text(record, "s"),
        text(record, "l"),
        text(record, "d"));
  }

  private Map<String, String> sharedData(DataNode data) {
    var stores = new LinkedHashMap<String, String>();
    List<DataNode> records = data.list("ad");
    for (int i = 0; i < Math.min(records.size(), launch.sharedData().size()); i++) {
      if (launch.sharedData().get(i).writable()) {
        stores.put(launch.sharedData().get(i).id(), text(records.get(i), "s"));
      }
    }
    return stores;
  }

  private Map<String, String> preferences(DataNode data) {
    var preferences = new LinkedHashMap<String, String>();
    for (CmiRow row : table.rows()) {
      var value = row.element().contains("_preference.") ? data.value(row.key()) : null;
      if (value != null) {
        preferences.put(row.element(), value);
      }
    }
    return preferences;
  }

  private static String text(DataNode record, String key) {
    var value = record.value(key);
    return value == null ? "" : value;
  }

  private static @Nullable BigDecimal number(@Nullable String value) {
    return value == null || value.isEmpty() ? null : new BigDecimal(value);
  }
}
