package org.lmskit.assessment.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.catalog.Course;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;

/** An engine with a bank, for tests of assessments. */
public final class Quizzes {
  public static final ItemBankId BANK = new ItemBankId("bank");
  public static final ItemId Q1 = new ItemId("Q1");
  public static final ItemId Q2 = new ItemId("Q2");
  public static final CourseId COURSE = new CourseId("course");

  public final TestLms test = new TestLms();
  public final Lms lms = test.start();

  public Quizzes() {
    lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    item(Item.trueFalse("Q1", "True?", true));
    item(Item.trueFalse("Q2", "True?", true));
  }

  public void item(Item item) {
    lms.itemBanks().publish(BANK, item);
  }

  /** Both statements, without anything else. */
  public static Assessment both() {
    return Assessment.of("quiz", "Quiz").section(Section.of("s", "S", Pool.of("Q1", "Q2")));
  }

  /** Publishes it as the only unit of the course, and enrolls somebody. */
  public EnrollmentId enrolled(Assessment assessment, LearnerId learner) {
    lms.catalog()
        .publish(Course.of("course", "Course")
            .unit(lms.assessments().publish(assessment).unit("u1")));
    return lms.enrollments().enroll(learner, COURSE).id();
  }

  public static void assertRefused(Reason reason, String value, Runnable operation) {
    assertThatThrownBy(operation::run).isInstanceOfSatisfying(RejectedException.class, e -> {
      assertThat(e.reason()).isEqualTo(reason);
      assertThat(e.getMessage()).contains(value);
    });
  }
}
