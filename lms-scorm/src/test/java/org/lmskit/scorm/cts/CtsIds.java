package org.lmskit.scorm.cts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Activity;

/** Resolves {@code &id&} to the index of the objective or data store with that id. */
final class CtsIds {
  private static final Pattern ID = Pattern.compile("^(cmi\\.objectives|adl\\.data)\\.&(.*)&\\.");
  private final CtsLms lms;

  CtsIds(CtsLms lms) {
    this.lms = lms;
  }

  String resolve(String arg) {
    var matcher = ID.matcher(arg);
    if (!matcher.find()) {
      return arg;
    }
    var list = matcher.group(1);
    int index = ids(list).indexOf(matcher.group(2));
    return matcher.replaceFirst(Matcher.quoteReplacement(list + "." + index + "."));
  }

  String expected(CtsCase.Command command) {
    var arg = command.args().isEmpty() ? "" : command.args().get(0);
    var matcher = ID.matcher(arg);
    if (matcher.find() && arg.endsWith("&.id") && command.expect().isEmpty()) {
      return matcher.group(2);
    }
    return switch (command.expect()) {
      case "$LEARNER_ID" -> lms.learnerId();
      case "$LEARNER_NAME" -> lms.learnerName();
      default -> command.expect();
    };
  }

  void compare(String key, Activity delivered, List<String> expected, List<String> failures) {
    var primary = delivered.objectives().get(0).id();
    Set<String> wanted = new HashSet<>();
    expected.forEach(id -> wanted.add(id.equals("PRIMARYOBJ") ? primary : id));
    var found = new HashSet<>(ids("cmi.objectives"));
    if (!found.equals(wanted)) {
      failures.add(key + ": objectives " + found + ", expected " + wanted);
    }
  }

  private List<String> ids(String list) {
    int count = Integer.parseInt(value(list + "._count"));
    return IntStream.range(0, count)
        .mapToObj(i -> value(list + "." + i + ".id"))
        .toList();
  }

  private String value(String element) {
    return lms.call(new ApiCall("GetValue", element)).result();
  }
}
