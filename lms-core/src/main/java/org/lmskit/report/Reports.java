package org.lmskit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemFigures;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Standing;
import org.lmskit.competency.AggregationPolicy;
import org.lmskit.internal.Scope;
import org.lmskit.model.CourseId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.Rational;
import org.lmskit.model.UnitId;

/**
 * Reports. Obtained from {@code lms.reports()}; thread-safe. Nothing is stored for them: each follows from the records on
 * the day that it is asked for, also where {@code lms.advance()} did not run.
 *
 * <p>The host's {@code Authorizer} is asked once for the report, then for each learner with his id as the subject; those
 * whom the principal may not see are in no row and in no count, and so are those who were erased.
 */
public final class Reports {
  private final Scope scope;

  /** For {@code Lms}. */
  public Reports(Scope scope) {
    this.scope = scope;
  }

  /** The duties of all who match an audience on a day and where they stand on it, learner by learner. */
  public Report<DutyRow> compliance(Audience audience, LocalDate day) {
    return Source.report(
        scope,
        "reports.compliance",
        "",
        DutyRow.COLUMNS,
        (source, visitor) -> new Duties(audience, day).each(source, standing -> true, visitor));
  }

  /** How many of these duties are fulfilled, all together and by subject. */
  public ComplianceTotals complianceTotals(Audience audience, LocalDate day) {
    return Source.read(
        scope, "reports.compliance", "", source -> new Duties(audience, day).totals(source));
  }

  /** The duties of all who match an audience on a day that are still to be done after their due day. */
  public Report<DutyRow> overdue(Audience audience, LocalDate day) {
    return Source.report(
        scope,
        "reports.overdue",
        "",
        DutyRow.COLUMNS,
        (source, visitor) -> new Duties(audience, day).each(source, Standing::overdue, visitor));
  }

  /**
   * The awards of all who match an audience on a day that are valid on it and end within some days.
   *
   * @param days 0 or more: an award that ends, for the first time not valid, at most so many days after that day
   * @throws IllegalArgumentException if the number of days is negative
   */
  public Report<ExpiringRow> expiring(Audience audience, LocalDate day, int days) {
    Expiring expiring = new Expiring(audience, day, days);
    return Source.report(scope, "reports.expiring", "", ExpiringRow.COLUMNS, expiring::each);
  }

  /** How many enrollments on a course, in all cycles, came how far: as a whole, then unit by unit. */
  public Report<FunnelRow> funnel(CourseId course) {
    return Source.report(
        scope,
        "reports.funnel",
        course.value(),
        FunnelRow.COLUMNS,
        (source, visitor) -> new Funnel(course).each(source, visitor));
  }

  /** How long each learner worked on each unit of a course; no moment counts twice. */
  public Report<TimeRow> timeOnTask(CourseId course) {
    return Source.report(
        scope, "reports.timeOnTask", course.value(), TimeRow.COLUMNS, new Scores(course)::times);
  }

  /**
   * How long all who match an audience on the first day of a period worked in it, whatever they worked on.
   *
   * @param before the first day that no longer counts
   * @throws IllegalArgumentException if the period is backwards
   */
  public Report<ActivityRow> activity(Audience audience, LocalDate from, LocalDate before) {
    Activity activity = new Activity(audience, from, before);
    return Source.report(scope, "reports.activity", "", ActivityRow.COLUMNS, activity::each);
  }

  /** The scores that count, of each learner at each unit of a course. */
  public Report<ScoreRow> scores(CourseId course) {
    return Source.report(
        scope, "reports.scores", course.value(), ScoreRow.COLUMNS, new Scores(course)::each);
  }

  /** How the scores that count are spread at one unit of a course. */
  public ScoreDistribution scoreDistribution(CourseId course, UnitId unit) {
    return Source.read(scope, "reports.scores", course.value(), source -> {
      List<Rational> shares = new ArrayList<>();
      new Scores(course).each(source, row -> {
        if (row.unit().equals(unit)) {
          row.share().ifPresent(shares::add);
        }
      });
      return ScoreDistribution.of(shares);
    });
  }

  /**
   * One grade for each enrollment on a course.
   *
   * @param book whose columns are units of the course
   */
  public Report<GradeRow> grades(CourseId course, Gradebook book) {
    return Source.report(
        scope,
        "reports.grades",
        course.value(),
        GradeRow.columns(book),
        (source, visitor) -> new Scores(course).grades(source, book, visitor));
  }

  /** Who of an audience is at risk today, with the reasons. */
  public Report<RiskRow> atRisk(Audience audience, RiskPolicy policy) {
    return Source.report(
        scope, "reports.atRisk", "", RiskRow.COLUMNS, new Risks(audience, policy)::each);
  }

  /**
   * Whether needs are met on each day of a period, past or future, as far as is known now: day by day, need by need. Nobody
   * is taken to renew what he holds.
   *
   * @param before the first day that no longer counts
   * @throws IllegalArgumentException if the period is backwards or longer than ten years
   */
  public Report<CoverageRow> coverage(List<CoverageNeed> needs, LocalDate from, LocalDate before) {
    Coverage coverage = new Coverage(needs, from, before);
    return Source.report(scope, "reports.coverage", "", CoverageRow.COLUMNS, coverage::each);
  }

  /**
   * How the items of an assessment work, item by item; {@code lms.assessments().analyze} gives all of it. It counts every
   * attempt, whomever the principal may see: nobody can be told from it.
   */
  public Report<ItemFigures> itemAnalysis(AssessmentId assessment, AttemptChoice choice) {
    return Source.report(
        scope,
        "reports.itemAnalysis",
        assessment.value(),
        ItemColumns.ALL,
        (source, visitor) ->
            Assessments.analyze(source.reader(), assessment, choice).items().forEach(visitor));
  }

  /**
   * What everybody in a part of the organisation, and below it, lacks for his positions on a day: a row for each competency
   * that he needs. {@code lms.competencies().matrix} gives the same as a table.
   */
  public Report<GapRow> skillGaps(OrgUnitId unit, LocalDate day) {
    return Source.report(
        scope,
        "reports.skillGaps",
        unit.value(),
        GapRow.COLUMNS,
        (source, visitor) -> Skills.gaps(source, unit, day, null, visitor));
  }

  /** The same by another policy than that of each framework. */
  public Report<GapRow> skillGaps(OrgUnitId unit, LocalDate day, AggregationPolicy policy) {
    return Source.report(
        scope,
        "reports.skillGaps",
        unit.value(),
        GapRow.COLUMNS,
        (source, visitor) -> Skills.gaps(source, unit, day, policy, visitor));
  }

  /**
   * What waits for each mentor today, and what he observed and signed off in a period.
   *
   * @param before the first day that no longer counts
   */
  public Report<MentorRow> mentors(LocalDate from, LocalDate before) {
    return Source.report(
        scope,
        "reports.mentors",
        "",
        MentorRow.COLUMNS,
        (source, visitor) -> Skills.mentors(source, from, before, visitor));
  }
}
