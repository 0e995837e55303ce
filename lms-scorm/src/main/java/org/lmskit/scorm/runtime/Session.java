package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a launch begins and how content ends: the rules between two sessions. */
final class Session {
  private final CmiTable table;
  private final LaunchData launch;
  private final boolean is12;
  private final Compatibility switches;

  Session(CmiTable table, LaunchData launch) {
    this.table = table;
    this.launch = launch;
    this.is12 = launch.version().is12();
    this.switches = launch.compatibility();
  }

  RuntimeState launch(RuntimeState before) {
    var entry = entry(before);
    boolean keeps = entry == Entry.RESUME || switches.is(Switch.KEEP_DATA_AFTER_EXIT);
    var data = withoutSession(keeps ? before.data() : DataNode.EMPTY);
    return before.launched(entry, withGiven(data), recorded(data));
  }

  /** Initialize after Terminate in one launch: what the launch brought is there already. */
  RuntimeState again(RuntimeState before) {
    var entry = entryAfter(before);
    boolean keeps = entry == Entry.RESUME || switches.is(Switch.KEEP_DATA_AFTER_EXIT);
    var old = before.data();
    var fresh = DataNode.EMPTY.withList("cm", old.list("cm")).withList("ad", old.list("ad"));
    var data = withoutSession(keeps ? old : fresh);
    return before.launched(entry, data, recorded(data));
  }

  private @Nullable DataNode recorded(DataNode data) {
    return launch.mode() == Mode.NORMAL ? null : data;
  }

  private Entry entry(RuntimeState before) {
    for (Entry candidate : Entry.values()) {
      if (candidate.value().equals(launch.values().get("entry"))) {
        return candidate;
      }
    }
    return entryAfter(before);
  }

  private Entry entryAfter(RuntimeState before) {
    if ("suspend".equals(before.data().value("x"))) {
      return Entry.RESUME;
    }
    return before.sessions() == 0 || !is12 ? Entry.AB_INITIO : Entry.NEITHER;
  }

  private DataNode withoutSession(DataNode data) {
    var next = data;
    for (CmiRow row : table.rows()) {
      if (row.session() && next.value(row.key()) != null) {
        next = next.with(row.key(), null);
      }
    }
    return next;
  }

  private DataNode withGiven(DataNode data) {
    var next = data;
    for (var entry : launch.initial().entrySet()) {
      next = withInitial(next, entry.getKey(), entry.getValue());
    }
    for (InitialObjective objective : launch.objectives()) {
      next = withObjective(next, objective);
    }
    var comments = launch.comments().stream().map(Session::comment).toList();
    var stores = launch.sharedData().stream().map(Session::store).toList();
    return next.withList("cm", comments).withList("ad", stores);
  }

  private DataNode withInitial(DataNode data, String name, String value) {
    var element = Element.find(table, name);
    if (element == null || element.row().key().isEmpty() || !element.path().isEmpty()) {
      throw new IllegalArgumentException("no element with a first value: " + name);
    }
    return data.with(element.row().key(), checked(element.row(), value));
  }

  private String checked(CmiRow row, String value) {
    var isLegal =
        row.type().isEmpty() || table.type(row.type()).check(value, switches) == Fault.NONE;
    if (!isLegal) {
      throw new IllegalArgumentException("no value of " + row.element() + ": " + value);
    }
    return value;
  }

  private DataNode withObjective(DataNode data, InitialObjective objective) {
    var next = data;
    int index = indexOf(data.list("o"), objective.id());
    var path = List.of(new DataNode.Step("o", index));
    next = next.with(path, "i", objective.id());
    for (var entry : objective.values().entrySet()) {
      var row = table.row("cmi.objectives.n." + entry.getKey());
      if (row == null || row.key().isEmpty()) {
        throw new IllegalArgumentException("objectives have no " + entry.getKey());
      }
      next = next.with(path, row.key(), checked(row, entry.getValue()));
    }
    return next;
  }

  private static int indexOf(List<DataNode> objectives, String id) {
    for (int i = 0; i < objectives.size(); i++) {
      if (id.equals(objectives.get(i).value("i"))) {
        return i;
      }
    }
    return objectives.size();
  }

  private static DataNode comment(LmsComment comment) {
    var record = DataNode.EMPTY.with("c", comment.comment());
    record = comment.location().isEmpty() ? record : record.with("l", comment.location());
    return comment.timestamp().isEmpty() ? record : record.with("t", comment.timestamp());
  }

  private static DataNode store(SharedData store) {
    var value = store.value();
    var blank = value == null || value.isEmpty();
    return DataNode.EMPTY.with("i", store.id()).with("s", blank ? null : value);
  }

  /** What is kept of a state when its content ends, and how it ended. */
  record Ended(RuntimeState state, Termination termination) {}

  Ended end(RuntimeState state, Instant now, boolean terminated) {
    var data = terminated && is12 ? withStatus(state.data()) : state.data();
    var sessionTime = TimeSpan.parse(data.value("st"), is12);
    var total = TimeSpan.parse(data.value("tt"), is12).plus(sessionTime);
    data = total.equals(TimeSpan.ZERO) ? data : data.with("tt", total.format(is12));
    var ended = state.with(data);
    var exit = data.value("x");
    var termination = new Termination(
        new ResultReader(table, launch).read(ended),
        navigation(data),
        "suspend".equals(exit),
        exit == null ? "" : exit,
        sessionTime.duration(),
        elapsed(state.startedAt(), now));
    return new Ended(state.terminated(rest(ended)), termination);
  }

  private static Duration elapsed(@Nullable Instant from, Instant to) {
    return from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  private DataNode rest(RuntimeState ended) {
    var data = withoutSession(ended.data());
    var recorded = ended.recorded();
    var rest = recorded == null ? data : withRecorded(data, recorded);
    return rest.with("x", ended.data().value("x"));
  }

  /** Browse and review change no status, score, objective or interaction. */
  private DataNode withRecorded(DataNode data, DataNode recorded) {
    var next = data;
    for (CmiRow row : table.rows()) {
      if (row.recorded() && row.kind() == CmiRow.Kind.LIST) {
        next = next.withList(row.key(), recorded.list(row.key()));
      } else if (row.recorded()) {
        next = next.with(row.key(), recorded.value(row.key()));
      }
    }
    return next;
  }

  /** SCORM 1.2 RTE 3.4.4, lesson_status: what LMSFinish makes of it. */
  private DataNode withStatus(DataNode data) {
    boolean isSet = data.value("s") != null;
    var raw = data.value("sr");
    var mastery = launch.number("masteryScore");
    boolean decides = mastery != null && raw != null && !raw.isEmpty() && launch.forCredit();
    if (decides && (!isSet || switches.is(Switch.MASTERY_SCORE_OVERRIDES_STATUS))) {
      return data.with("s", new BigDecimal(raw).compareTo(mastery) >= 0 ? "passed" : "failed");
    }
    return isSet || !switches.is(Switch.FINISH_COMPLETES) ? data : data.with("s", "completed");
  }

  private @Nullable NavigationRequest navigation(DataNode data) {
    var exit = data.value("x");
    boolean leaves = "logout".equals(exit) || !is12 && "time-out".equals(exit);
    if (leaves && switches.is(Switch.LOGOUT_ENDS_COURSE)) {
      return new NavigationRequest("exitAll", null);
    }
    return is12 ? null : NavigationRequest.of(data.value("n"));
  }
}
