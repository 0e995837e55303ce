package org.lmskit.scorm.sequencing;

/**
 * Why a request was refused: the exceptions of the sequencing processes.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, Sequencing Exception Codes"
 */
public enum SequencingException {
  /** The session has already begun. */
  NB_2_1_1("NB.2.1-1", "The session has already begun"),
  /** The session has not begun. */
  NB_2_1_2("NB.2.1-2", "The session has not begun"),
  /** Nothing is suspended. */
  NB_2_1_3("NB.2.1-3", "Nothing is suspended"),
  /** Moving forward is not allowed here. */
  NB_2_1_4("NB.2.1-4", "Moving forward is not allowed here"),
  /** Moving backward is not allowed here. */
  NB_2_1_5("NB.2.1-5", "Moving backward is not allowed here"),
  /** Nothing is before the organization. */
  NB_2_1_6("NB.2.1-6", "Nothing is before the organization"),
  /** The request is not supported. */
  NB_2_1_7("NB.2.1-7", "The request is not supported"),
  /** An activity in progress must be ended before another one can be chosen. */
  NB_2_1_8("NB.2.1-8", "An activity in progress must be ended before another one can be chosen"),
  /** Nothing has to be left to choose this activity. */
  NB_2_1_9("NB.2.1-9", "Nothing has to be left to choose this activity"),
  /** Choosing is not allowed here. */
  NB_2_1_10("NB.2.1-10", "Choosing is not allowed here"),
  /** The activity does not exist or is not available. */
  NB_2_1_11("NB.2.1-11", "The activity does not exist or is not available"),
  /** The attempt has already ended. */
  NB_2_1_12("NB.2.1-12", "The attempt has already ended"),
  /** The request is unknown. */
  NB_2_1_13("NB.2.1-13", "The request is unknown"),
  /** The session has not begun. */
  TB_2_3_1("TB.2.3-1", "The session has not begun"),
  /** The attempt has already ended. */
  TB_2_3_2("TB.2.3-2", "The attempt has already ended"),
  /** Nothing is in progress that could be suspended. */
  TB_2_3_3("TB.2.3-3", "Nothing is in progress that could be suspended"),
  /** The organization has no parent to exit. */
  TB_2_3_4("TB.2.3-4", "The organization has no parent to exit"),
  /** Nothing is in progress that could be suspended. */
  TB_2_3_5("TB.2.3-5", "Nothing is in progress that could be suspended"),
  /** Nothing is in progress that could be abandoned. */
  TB_2_3_6("TB.2.3-6", "Nothing is in progress that could be abandoned"),
  /** The request is unknown. */
  TB_2_3_7("TB.2.3-7", "The request is unknown"),
  /** This is the last activity. */
  SB_2_1_1("SB.2.1-1", "This is the last activity"),
  /** Nothing below this activity is available. */
  SB_2_1_2("SB.2.1-2", "Nothing below this activity is available"),
  /** Nothing is before the organization. */
  SB_2_1_3("SB.2.1-3", "Nothing is before the organization"),
  /** Moving backward is not allowed here. */
  SB_2_1_4("SB.2.1-4", "Moving backward is not allowed here"),
  /** Moving step by step is not allowed here. */
  SB_2_2_1("SB.2.2-1", "Moving step by step is not allowed here"),
  /** The activity is disabled or its attempts are used up. */
  SB_2_2_2("SB.2.2-2", "The activity is disabled or its attempts are used up"),
  /** An activity before it must be dealt with first. */
  SB_2_4_1("SB.2.4-1", "An activity before it must be dealt with first"),
  /** Moving backward is not allowed here. */
  SB_2_4_2("SB.2.4-2", "Moving backward is not allowed here"),
  /** Nothing is before the organization. */
  SB_2_4_3("SB.2.4-3", "Nothing is before the organization"),
  /** The session has already begun. */
  SB_2_5_1("SB.2.5-1", "The session has already begun"),
  /** The session has already begun. */
  SB_2_6_1("SB.2.6-1", "The session has already begun"),
  /** Nothing is suspended. */
  SB_2_6_2("SB.2.6-2", "Nothing is suspended"),
  /** The session has not begun. */
  SB_2_7_1("SB.2.7-1", "The session has not begun"),
  /** Moving forward is not allowed here. */
  SB_2_7_2("SB.2.7-2", "Moving forward is not allowed here"),
  /** The session has not begun. */
  SB_2_8_1("SB.2.8-1", "The session has not begun"),
  /** Moving backward is not allowed here. */
  SB_2_8_2("SB.2.8-2", "Moving backward is not allowed here"),
  /** No activity was named. */
  SB_2_9_1("SB.2.9-1", "No activity was named"),
  /** The activity is not available. */
  SB_2_9_2("SB.2.9-2", "The activity is not available"),
  /** The activity is hidden. */
  SB_2_9_3("SB.2.9-3", "The activity is hidden"),
  /** Choosing is not allowed here. */
  SB_2_9_4("SB.2.9-4", "Choosing is not allowed here"),
  /** There is nothing between here and the activity. */
  SB_2_9_5("SB.2.9-5", "There is nothing between here and the activity"),
  /** The activity can only be reached from the activities around it. */
  SB_2_9_6("SB.2.9-6", "The activity can only be reached from the activities around it"),
  /** An activity in progress must be ended before another one can be chosen. */
  SB_2_9_7("SB.2.9-7", "An activity in progress must be ended before another one can be chosen"),
  /** Only the next and the previous activity may be chosen. */
  SB_2_9_8("SB.2.9-8", "Only the next and the previous activity may be chosen"),
  /** Nothing in this section can be opened. */
  SB_2_9_9("SB.2.9-9", "Nothing in this section can be opened"),
  /** The session has not begun. */
  SB_2_10_1("SB.2.10-1", "The session has not begun"),
  /** The attempt is still in progress. */
  SB_2_10_2("SB.2.10-2", "The attempt is still in progress"),
  /** Nothing in this section can be opened. */
  SB_2_10_3("SB.2.10-3", "Nothing in this section can be opened"),
  /** The session has not begun. */
  SB_2_11_1("SB.2.11-1", "The session has not begun"),
  /** The attempt is still in progress. */
  SB_2_11_2("SB.2.11-2", "The attempt is still in progress"),
  /** The request is unknown. */
  SB_2_12_1("SB.2.12-1", "The request is unknown"),
  /** The session has not begun. */
  SB_2_13_1("SB.2.13-1", "The session has not begun"),
  /** The activity cannot be opened itself. */
  DB_1_1_1("DB.1.1-1", "The activity cannot be opened itself"),
  /** There is nothing to open. */
  DB_1_1_2("DB.1.1-2", "There is nothing to open"),
  /** The activity is disabled or its attempts are used up. */
  DB_1_1_3("DB.1.1-3", "The activity is disabled or its attempts are used up"),
  /** An activity is still in progress. */
  DB_2_1("DB.2-1", "An activity is still in progress");

  private final String code;
  private final String reason;

  SequencingException(String code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** The standard's code, such as {@code SB.2.9-4}. */
  public String code() {
    return code;
  }

  /** What it means for a learner, in plain words. */
  public String reason() {
    return reason;
  }
}
