package org.lmskit.scorm.cts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The conformance cases in the folder of the system property {@code scorm.cts}. */
public final class CtsSuite {
  private static final Pattern LETTERS = Pattern.compile("(?<=\\d)[a-z]+$");
  private final CtsPackages packages;
  private final List<CtsCase> cases;

  private CtsSuite(CtsPackages packages, List<CtsCase> cases) {
    this.packages = packages;
    this.cases = cases;
  }

  /** The suite, or a line that says why there is none. */
  public static Optional<CtsSuite> find() {
    var property = System.getProperty("scorm.cts", "");
    if (property.isEmpty()) {
      System.out.println("SCORM conformance cases skipped: -Dscorm.cts=DIR is not given");
      return Optional.empty();
    }
    return Optional.of(at(Path.of(property)));
  }

  /** The suite in a folder with {@code manifests} and {@code cases}. */
  public static CtsSuite at(Path folder) {
    try (var files = Files.list(folder.resolve("cases"))) {
      return new CtsSuite(
          new CtsPackages(folder), files.sorted().map(CtsCase::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same cases with packages that were not read yet. */
  CtsSuite unread() {
    return new CtsSuite(packages.unread(), cases);
  }

  /** The packages of the cases. */
  public CtsPackages packages() {
    return packages;
  }

  /** Those cases alone whose names are wanted. */
  public CtsSuite only(Predicate<String> wanted) {
    return new CtsSuite(
        packages, cases.stream().filter(script -> wanted.test(script.name())).toList());
  }

  /**
   * Plays all cases and prints how many pass. Cases that differ only in their last letters are played
   * in order for one learner.
   *
   * @param where as the report names the LMS
   * @param newLearner gives the LMS of another learner
   * @return the failures by the name of the case, empty lists for those that pass
   */
  public Map<String, List<String>> play(String where, Supplier<? extends CtsLms> newLearner) {
    var results = results(newLearner);
    long passed = results.values().stream().filter(List::isEmpty).count();
    System.out.println(
        "SCORM conformance cases " + where + ": " + passed + " of " + results.size() + " pass");
    return results;
  }

  Map<String, List<String>> results(Supplier<? extends CtsLms> newLearner) {
    var results = new LinkedHashMap<String, List<String>>();
    var learners = new LinkedHashMap<String, CtsLms>();
    for (CtsCase script : cases) {
      var family = LETTERS.matcher(script.name()).replaceFirst("");
      var lms = learners.computeIfAbsent(family, any -> newLearner.get());
      results.put(script.name(), CtsPlayer.play(script, packages, lms));
    }
    return results;
  }

  /** The cases that fail, with the first of what went wrong. */
  public static List<String> failed(Map<String, List<String>> results) {
    var failed = new ArrayList<String>();
    results.forEach((name, failures) -> {
      if (!failures.isEmpty()) {
        failed.add(name + ": " + failures.subList(0, Math.min(4, failures.size())));
      }
    });
    return failed;
  }
}
