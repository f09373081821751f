/* The list of rooms: the site map, as the hall and the pages need it. */
#include "account/account.h"
#include "account/brand.h"
#include "account/job.h"
#include "account/pass.h"
#include "action/action.h"
#include "action/change.h"
#include "actor/actor.h"
#include "api/api.h"
#include "app/app.h"
#include "assess/assess.h"
#include "assess/gate.h"
#include "assess/state.h"
#include "assess/upgrade.h"
#include "assess/view.h"
#include "assess/who.h"
#include "brief/brief.h"
#include "conflict/alternatives.h"
#include "bring/bring.h"
#include "conflict/conflict.h"
#include "consult/consult.h"
#include "door/door.h"
#include "door/gathering.h"
#include "duty/duty.h"
#include "find/find.h"
#include "framework/framework.h"
#include "framework/link.h"
#include "help/help.h"
#include "home/home.h"
#include "insight/across.h"
#include "insight/list.h"
#include "matter/matter.h"
#include "matter/letter.h"
#include "method/draft.h"
#include "publish/publish.h"
#include "renew/beside.h"
#include "renew/calendar.h"
#include "renew/follow.h"
#include "renew/pattern.h"
#include "renew/renewal.h"
#include "review/assignment.h"
#include "remind/remind.h"
#include "remind/share.h"
#include "review/review.h"
#include "screening/screening.h"
#include "seal/seal.h"
#include "seal/second.h"
#include "workshop/meeting.h"

enum { MOST_TABLES = 160 };

/* In the order of the main menu, where rows with a menu word stand. */
static const struct route *const *const rooms[] = {
	&home_routes,
	&assess_routes, &new_routes, &about_routes, &step_routes,
	&finding_routes, &finding_edit_routes, &matrix_routes, &who_routes,
	&goal_routes, &actor_link_routes, &gate_routes, &relation_routes,
	&state_routes,
	&upgrade_routes, &preview_routes,
	&conflict_routes, &alternatives_routes, &conflict_form_routes,
	&conflict_settle_routes,
	&list_routes, &across_routes, &across_all_routes,
	&position_routes,
	&action_routes, &handle_routes, &gap_routes, &change_routes,
	&duty_routes, &duty_log_routes, &rights_routes, &local_duty_routes,
	&begin_routes, &screening_form_routes, &screening_routes,
	&screening_list_routes, &trigger_routes, &selection_routes,
	&selection_one_routes,
	&seal_routes, &second_routes, &report_routes, &paper_routes,
	&review_routes, &reviewer_routes, &comment_routes,
	&review_pass_routes, &reporting_routes,
	&assignment_list_routes, &assignment_routes, &settle_routes,
	&assignment_pass_routes,
	&textblock_routes, &text_line_routes, &hole_routes,
	&workshop_routes, &plan_routes, &invite_routes, &sheet_routes,
	&join_routes, &guest_routes, &guest_way_routes, &table_routes,
	&idea_routes, &lead_routes, &screen_routes, &merge_routes,
	&merge_idea_routes, &close_routes, &back_routes,
	&report_back_routes, &receipt_routes, &slides_routes,
	&sheet_brief_routes, &five_steps_routes, &five_pass_routes,
	&consult_routes, &consult_question_routes, &consultee_routes,
	&consult_reply_routes,
	&viewpoint_routes, &consult_pass_routes,
	&matter_list_routes, &matter_form_routes, &matter_routes,
	&task_routes, &chain_routes, &outcome_routes, &decision_routes,
	&matter_paper_routes, &body_routes,
	&letter_routes, &letter_send_routes, &letter_set_routes,
	&api_assessment_routes, &api_matter_routes, &api_write_routes,
	&api_admin_routes,
	&publish_routes, &public_routes, &public_one_routes,
	&open_data_routes,
	&suggest_routes, &bring_routes,
	&reply_routes, &reply_what_routes, &reply_goal_routes,
	&reply_against_routes, &reply_text_routes,
	&invite_door_routes, &invite_who_routes, &invite_list_routes,
	&invite_onward_routes,
	&share_routes, &waiting_routes, &mail_routes,
	&renewal_routes, &phase_routes, &beside_routes,
	&calendar_routes, &calendar_feed_routes, &follow_routes,
	&pattern_routes,
	&actor_routes, &group_routes,
	&framework_routes, &link_routes, &method_routes, &draft_routes,
	&draft_step_routes, &draft_question_routes, &find_routes,
	&sign_routes, &account_routes, &job_routes, &brand_routes,
	&sign_rule_routes,
	&help_routes, &help_course_routes, &help_example_routes,
	&help_map_routes, &help_words_routes, &statement_routes,
};

static const struct part *const parts[] = {
	&part_text, &part_choice, &part_yes_no_reason, &part_relations,
	&part_changes, &part_overall, &part_gate, &part_relevance,
	&part_findings, &part_actors, &part_missing,
	&part_conflicts, &part_positions,
	&part_actions,
	&part_duties, &part_rights,
	NULL,
};

const struct house *app_house(void)
{
	static const struct route *tables[MOST_TABLES];
	static struct house house;

	_Static_assert(COUNT(rooms) < MOST_TABLES, "room for all, and NULL");
	for (size_t i = 0; i < COUNT(rooms); i++)
		tables[i] = *rooms[i];
	assess_parts = parts;
	job_works = app_jobs;
	assess_beside = assignments_beside;
	assess_notice = renewal_notice;
	house = (struct house){
		.tables = tables,
		.find = { [ON_ORG] = account_find_org,
		          [ON_ASSESSMENT] = assess_find,
		          [ON_WORKSHOP] = workshop_find,
		          [ON_GUEST] = guest_find,
		          [ON_PASS] = pass_find,
		          [ON_MATTER] = matter_find,
		          [ON_TOKEN] = token_find },
		.brand = brand_of_org,
		.works = app_works,
	};
	return &house;
}
