package org.lmskit.scorm.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;

/**
 * The findings of one package, in the order they were made. Of each kind at most {@value
 * #PER_KIND} are listed, so that a broken package of 100,000 files stays readable. For one thread.
 */
public final class Findings {
  /** How many findings of one kind are listed. */
  public static final int PER_KIND = 100;

  private final Locale locale;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Map<ScormFinding, Integer> counts = new EnumMap<>(ScormFinding.class);

  /** An empty list whose texts are in this language, or in English if there is no such bundle. */
  public Findings(Locale locale) {
    this.locale = locale;
  }

  /** An empty list with English texts. */
  public Findings() {
    this(Locale.ENGLISH);
  }

  /**
   * Adds a finding at a place such as {@code imsmanifest.xml:41}; empty means the whole package. What
   * is listed already, as from a definition that many items share, is not listed again.
   */
  public void add(ScormFinding finding, String location, Object... values) {
    Problem problem = finding.at(locale, location, values);
    if (!problems.contains(problem) && counts.merge(finding, 1, Integer::sum) <= PER_KIND) {
      problems.add(problem);
    }
  }

  /** Adds a finding and makes the exception of it, for the caller to throw. */
  public RejectedException refuse(ScormFinding finding, String location, Object... values) {
    add(finding, location, values);
    Problem problem = finding.at(locale, location, values);
    String at = problem.location().isEmpty() ? "" : problem.location() + ": ";
    Map<String, String> details = Map.of(
        "code", problem.code(), "location", problem.location(), "message", problem.message());
    return new RejectedException(finding, at + problem.message(), details);
  }

  /** Whether a finding of this kind was made. */
  public boolean has(ScormFinding finding) {
    return counts.containsKey(finding);
  }

  /** Whether nothing refuses the package so far. */
  public boolean accepted() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** What was found so far, and how many were left out of each kind. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    counts.forEach((kind, count) -> {
      if (count > PER_KIND) {
        all.add(ScormFinding.MORE_OF_THIS_KIND.at(locale, "", count - PER_KIND, kind.code()));
      }
    });
    return List.copyOf(all);
  }
}
