package org.lmskit.scorm.cts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Cases that differ only in their last letters are run in order for one learner. */
final class CtsFamilies {
  private CtsFamilies() {}

  static Collection<List<CtsCase>> of(List<CtsCase> cases) {
    var families = new LinkedHashMap<String, List<CtsCase>>();
    for (CtsCase script : cases) {
      var family = script.name().replaceFirst("(?<=\\d)[a-z]+$", "");
      families.computeIfAbsent(family, f -> new ArrayList<>()).add(script);
    }
    return families.values();
  }
}
