package org.lmskit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;
import org.lmskit.competency.AggregationPolicy;
import org.lmskit.competency.CompetencyGap;
import org.lmskit.competency.CompetencyId;
import org.lmskit.competency.Framework;
import org.lmskit.competency.SkillGap;
import org.lmskit.competency.SkillGaps;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.observation.Mentors;
import org.lmskit.observation.Workload;
import org.lmskit.store.Query;
import org.lmskit.workforce.Learner;

/** What people lack, and what their mentors do about it. */
final class Skills {
  private Skills() {}

  static void gaps(
      Source of,
      OrgUnitId unit,
      LocalDate day,
      @Nullable AggregationPolicy policy,
      Consumer<GapRow> visitor) {
    Map<CompetencyId, Text> titles = new HashMap<>();
    of.reader()
        .each(
            Query.of(Framework.KIND),
            stored ->
                stored.value().competencies().forEach(one -> titles.put(one.id(), one.title())));
    List<SkillGap> together = new ArrayList<>();
    new SkillGaps(of.reader(), day, policy).each(unit, gap -> {
      together.add(gap);
      if (together.size() == Source.TOGETHER) {
        visit(of, together, titles, visitor);
        together.clear();
      }
    });
    visit(of, together, titles, visitor);
  }

  private static void visit(
      Source of, List<SkillGap> gaps, Map<CompetencyId, Text> titles, Consumer<GapRow> visitor) {
    Map<LearnerKey, Learner> seen =
        of.visible().of(of.reader(), gaps.stream().map(SkillGap::learner).toList());
    for (SkillGap whole : gaps) {
      Learner learner = seen.get(whole.learner());
      if (learner != null) {
        for (CompetencyGap gap : whole.gaps()) {
          CompetencyId id = gap.need().competency();
          visitor.accept(new GapRow(
              learner.id(),
              learner.profile().name(),
              whole.position(),
              titles.getOrDefault(id, Text.of(id.value())),
              gap,
              whole));
        }
      }
    }
  }

  static void mentors(Source of, LocalDate from, LocalDate before, Consumer<MentorRow> visitor) {
    List<Workload> all = new Mentors(of.reader(), of.now(), of.zone()).workload(from, before);
    for (int at = 0; at < all.size(); at += Source.TOGETHER) {
      List<Workload> some = all.subList(at, Math.min(all.size(), at + Source.TOGETHER));
      Map<LearnerKey, Learner> seen =
          of.visible().of(of.reader(), some.stream().map(Workload::person).toList());
      some.forEach(work -> {
        Learner mentor = seen.get(work.person());
        if (mentor != null) {
          visitor.accept(new MentorRow(mentor.id(), mentor.profile().name(), work));
        }
      });
    }
  }
}
