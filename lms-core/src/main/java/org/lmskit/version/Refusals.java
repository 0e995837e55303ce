package org.lmskit.version;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.model.Problem;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;

/** How a publication is refused. */
public final class Refusals {
  private Refusals() {}

  /** @throws RejectedException with the errors by code and location, if one of these is an error */
  public static void ofErrors(Reason reason, String what, List<Problem> problems) {
    Map<String, String> errors = new TreeMap<>();
    problems.stream()
        .filter(Problem::isError)
        .forEach(p -> errors.put(p.code() + " " + p.location(), p.message()));
    if (!errors.isEmpty()) {
      throw new RejectedException(reason, what + " has errors: " + errors, errors);
    }
  }

  /** For a publication without a plan where there is a version already. */
  public static RejectedException mappingRequired(
      Reason reason, String what, List<? extends Change> proposed) {
    Map<String, String> proposal = new TreeMap<>();
    for (int i = 0; i < proposed.size(); i++) {
      proposal.put(
          String.format(Locale.ROOT, "mapping.%03d", i + 1), proposed.get(i).toString());
    }
    return new RejectedException(
        reason, what + " is published; proposed mapping: " + proposal.values(), proposal);
  }
}
