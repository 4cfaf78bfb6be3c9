package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.SlaActionKind;

/** What the watchdog does at a level, decided from the ticket as it is when the level fires (P36, S31, S32). */
public enum LevelAct {

    /** Offers the ticket to the next qualified agent unless its owner has accepted it. */
    REOFFER {
        @Override
        LevelVerdict judge(Level level, Situation situation) {
            if (situation.settling() && !situation.accepted()) {
                return LevelVerdict.suppressed(Suppression.JUST_HANDED_OVER);
            }
            return situation.accepted()
                    ? LevelVerdict.suppressed(Suppression.ACCEPTED)
                    : LevelVerdict.act(SlaActionKind.REOFFER, situation.whyNotAccepted(), level);
        }
    },

    /** Gives the ticket to somebody else if nobody works on it, otherwise warns its owner and the lead. */
    REASSIGN_OR_WARN {
        @Override
        LevelVerdict judge(Level level, Situation situation) {
            // whoever has only just got it would have to begin again somewhere else: ping-pong helps nobody
            if (situation.settling() && situation.ownerOnline()) {
                return LevelVerdict.act(SlaActionKind.WARN, Suppression.JUST_HANDED_OVER.name(), level);
            }
            if (!situation.accepted()) {
                return situation.reassign(level, situation.whyNotAccepted());
            }
            return situation.ownerOnline()
                    ? LevelVerdict.act(SlaActionKind.WARN, "DEADLINE_NEAR", level)
                    : situation.reassign(level, situation.whyNotOnline());
        }
    },

    /** Escalates before the breach that it expects. */
    PREDICT_BREACH {
        @Override
        LevelVerdict judge(Level level, Situation situation) {
            return LevelVerdict.act(SlaActionKind.ESCALATE, "BREACH_PREDICTED", level);
        }
    },

    /** Records the breach; an unanswered ticket goes to the next qualified agent, an unsolved one up. */
    BREACH {
        @Override
        LevelVerdict judge(Level level, Situation situation) {
            return situation.clock() == ClockKind.FIRST_RESPONSE
                    ? situation.reassign(level, "BREACHED")
                    : LevelVerdict.act(SlaActionKind.ESCALATE, "BREACHED", level);
        }
    },

    /** Takes the next step of the escalation chain. */
    ESCALATE_FURTHER {
        @Override
        LevelVerdict judge(Level level, Situation situation) {
            return LevelVerdict.act(SlaActionKind.ESCALATE, "STILL_BREACHED", level);
        }
    };

    abstract LevelVerdict judge(Level level, Situation situation);
}
