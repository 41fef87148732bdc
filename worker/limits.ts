/** Every limit of the product, in one place. Sizes in bytes, lengths in milliseconds, text in UTF-16 units. */

const KB = 1024;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const LIMITS = {
  http: {
    /** A JSON body: holds a job description of 200 pages (about 600 kB) with room to spare. */
    jsonBytes: 1024 * KB,
    /** What a browser reports of a page. */
    reportBytes: 64 * KB,
    pageSize: 100,
    /** Invariant I16: every request ends within this time. */
    answerMs: 30 * SECOND,
  },
  text: {
    name: 200,
    /** An address as it is pasted, with signs that nobody sees. */
    typedEmail: 400,
    title: 200,
    sentence: 600,
    reason: 4000,
    jobDescription: 800_000,
    userAgent: 400,
  },
  role: { decisionDaysMax: 60, teamMax: 200 },
  plan: {
    sections: 12,
    questionsPerSection: 12,
    questions: 40,
    criteria: 12,
    followUps: 3,
    rules: 6,
    indicators: 40,
    ownTemplates: 100,
  },
  /** Of a résumé's text, of its file, and of what the interviewer is told of it. */
  resume: { textBytes: 200 * KB, fileBytes: 10 * 1024 * KB, promptChars: 1500 },
  codes: {
    digits: 6,
    tries: 5,
    livesMs: 10 * MINUTE,
    resendMs: 30 * SECOND,
    /** Codes sent to one identity by one network, and to a known device of it. */
    perHour: 5,
    /** Codes sent to one identity by all networks that are not known. */
    perAddressHour: 15,
    /** Codes that one network can ask for, whoever they are for. */
    perNetworkHour: 40,
  },
  /** See `worker/domain/codes/guess-rules.ts` for what these numbers come to. */
  guesses: { freePerDay: 250, everyMs: 2 * SECOND, mostWaitMs: 20 * SECOND, longDigits: 8 },
  invitation: {
    livesMs: 7 * DAY,
    livesMaxMs: 60 * DAY,
    /** People of one role, over all its time. */
    perRole: 20_000,
    /** People of one request; a page sends more in several. */
    atOnce: 500,
    /** Of a role's own invitation. */
    letterChars: 6000,
    reminderDaysMax: 30,
    /** Reminders of one tick of the clock. */
    remindersAtOnce: 200,
  },
  /** Between the two a tenant sets how long a session may rest. */
  memberSession: { idleMinMs: 30 * MINUTE, idleMaxMs: 12 * HOUR, absoluteMs: 7 * DAY },
  candidateSession: { absoluteMs: 12 * HOUR },
  interview: {
    totalMinMs: 2 * MINUTE,
    totalMaxMs: 90 * MINUTE,
    questionMinMs: 20 * SECOND,
    questionMaxMs: 20 * MINUTE,
    breakMs: 5 * MINUTE,
    breaks: 3,
    /** Waiting for the last recording parts before sealing goes on without them. */
    lastPartsMs: 60 * SECOND,
    /** Reading the transcript at the end; then it closes by itself. */
    reviewMs: 30 * MINUTE,
  },
  /** How long a decline rests before its letter leaves: in this time it can be taken back. */
  decision: { undoMs: 20 * SECOND },
  /** The log as a file: entries in all, and how many are read at once. */
  audit: { exportRows: 100_000, exportBatch: 1000 },
  /** Reading a report: signs of it this near to one another count as one stretch of reading. */
  reading: { gapMs: 15 * SECOND },
  /** What a member may arrange for one candidate. */
  adjustment: { percentMax: 200, minutesMax: 90, totalMaxMs: 3 * HOUR, breaksMax: 12, breakMinutesMax: 30 },
  wire: {
    /** A text frame: an answer of 300 kB fits whole. */
    textFrameBytes: 512 * KB,
    binaryFrameBytes: 64 * KB,
    answerChars: 400_000,
    messagesPerMinute: 600,
    /** Frames of sound: ten a second, and after a broken line all that were kept at once. */
    soundsPerMinute: 6000,
    /** A socket that sends more than this in a minute is closed: over what is refused, it floods. */
    framesPerMinute: 9000,
    bytesPerMinute: 64 * 1024 * KB,
    /** Sound of one answer that is kept until its words are durable. */
    soundKeptMs: 6 * MINUTE,
    socketsPerInterview: 4,
    /** Events kept for a client that resumes; one further behind gets a snapshot. */
    eventsKept: 200,
    beatMs: 5 * SECOND,
    /** Half-open lines are found after this long without a beat. */
    silenceMs: 15 * SECOND,
    ticketLivesMs: 60 * SECOND,
  },
  recording: {
    partBytes: 512 * KB,
    partMs: 5 * SECOND,
    partMaxMs: 20 * SECOND,
    parts: 4000,
    segments: 200,
    peaksPerSecond: 20,
    /** No recorder writes more than this, but for the head of its file. */
    bytesPerSecond: 48 * KB,
    headBytes: 64 * KB,
    /** How far a device's idea of the session's clock may be ahead of ours. */
    aheadMs: 2 * MINUTE,
    /** Silence for time away counts; what a device says to lie later than this is left out. */
    lengthMs: 6 * HOUR,
  },
  /** A line that is known ahead: how long one voice may take to say it, and how long what it says may be. */
  voice: { answerMs: 12 * SECOND, lineMs: 2 * MINUTE, retryAfterS: 5 },
  /** Drafting a plan by a model. It tells of every step, so it may take longer than an answer. */
  drafting: { answerMs: 25 * SECOND, wholeMs: 75 * SECOND, atOnce: 3, questionMs: 4 * MINUTE, totalMs: 45 * MINUTE },
  /** In millionths of a dollar. */
  spend: { interviewMicros: 1_000_000, capMaxMicros: 100_000 * 1_000_000 },
  /** A judgement that a member asks for: within one request, and not over and over. */
  scoring: {
    answerMs: 27 * SECOND,
    again: { limit: 4, windowMs: HOUR },
    /** What is judged of one answer and of all: an hour of speech is under 60,000 signs. */
    answerChars: 60_000,
    allChars: 240_000,
  },
  hooks: { bodyBytes: 64 * KB },
  call: {
    /** From asking for a copy of the sound until its socket comes. */
    copyTicketLivesMs: 60 * SECOND,
    /** A frame of a copy: 20 ms are under 4 kB, and what was held back comes in larger ones. */
    copyFrameBytes: 256 * KB,
    /** Of a report on the line: what lies above is as bad as can be. */
    reportedMs: 60 * SECOND,
  },
  fairness: {
    /** Groups of fewer people are not shown; the database counts by the same number (`demographic_counts`). */
    least: 10,
    /** Under this many a difference may well be chance, and is said to be. */
    fewBelow: 30,
    percentMin: 50,
    percentMax: 100,
  },
  search: { shown: 20 },
  mail: { subject: 200, bodyBytes: 200 * KB },
  /** What one tenant may do within a day; storage is that of recordings. */
  quota: {
    invitations: 10_000,
    resends: 1000,
    mailsPerAddress: 8,
    interviews: 2000,
    storageBytes: 50 * 1024 * 1024 * KB,
  },
  rates: {
    /** Requests a minute, by audience. */
    visitor: 120,
    candidate: 600,
    recruiter: 600,
    operator: 60,
    hooks: 600,
  },
} as const;
