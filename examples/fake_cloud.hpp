#ifndef EC2WIRE_EXAMPLES_FAKE_CLOUD_HPP
#define EC2WIRE_EXAMPLES_FAKE_CLOUD_HPP

// Instances as EC2 keeps them: what each operation does to them, and which errors it has. Knows nothing
// of HTTP. Every answer() may be called from any thread.

#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include "fake_instance.hpp"
#include "journal.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fake {

// EC2's reply to RebootInstances. Its model has no <return>, but EC2 sends it, and libcloud looks at it.
struct reboot_reply {
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "RebootInstances";

    std::optional<std::string> request_id{};
    bool is_done = true;

    static constexpr auto fields() {
        using ec2wire::field;
        return ec2wire::field_list{
            field{"RequestId", &reboot_reply::request_id, {.request_id = true}},
            field{"Return", &reboot_reply::is_done, {.xml_name = "return"}}};
    }
};

class cloud {
    using ids = ec2wire::list_view<std::string_view>;
    using changes = std::vector<ec2wire::basic_instance_state_change<ec2wire::owned>>;
    using monitorings = std::vector<ec2wire::basic_instance_monitoring<ec2wire::owned>>;

  public:
    // Takes up what the journal holds. A state that passes, such as pending, lasts for `delay`.
    cloud(std::chrono::milliseconds delay, journal& kept_in) : delay_(delay), journal_(kept_in) {
        journal_.for_each_line("Action=Change&", [&](std::string_view line) {
            memory_.clear();
            const auto stored = ec2wire::decode_query<stored_change>(line, memory_);
            if (!stored || !std::ranges::all_of(stored->instances, is_stored)) return false;
            for (const instance& one : stored->instances) instances_[one.id] = one;
            return true;
        });
    }

    // A request with the token of one before launches nothing again (EC2, "Ensuring idempotency"), and must be
    // equal to it.
    auto answer(const ec2wire::borrowing<ec2wire::run_instances_request>& request) {
        check_launch(request);
        const std::lock_guard lock(mutex_);
        std::vector<instance> launched = launched_with(request.client_token.value_or(""));
        const bool is_new = launched.empty();
        if (is_new) launched = launch(request, next_number(), now());
        if (launched.front().launch_digest != launch_digest(request))
            throw refusal{"IdempotentParameterMismatch",
                          "Arguments on this idempotent request are inconsistent with arguments "
                          "used in previous request(s)."};
        ec2wire::owning<ec2wire::run_instances_response> reply;
        reply.reservation_id = launched.front().reservation_id;
        reply.owner_id = owner;
        for (const instance& one : launched)
            reply.instances.push_back(shown(one, is_new ? ec2wire::pending : state_of(one)));
        if (const auto size = ec2wire::encoded_xml_size(reply); !size)
            throw refusal{"InvalidParameterValue",
                          "A value has characters that no reply can carry"};
        permit(request);
        if (is_new) commit(std::move(launched));
        return reply;
    }

    auto answer(const ec2wire::borrowing<ec2wire::describe_instances_request>& request) {
        const std::lock_guard lock(mutex_);
        ec2wire::owning<ec2wire::describe_instances_response> reply;
        reply.reservations.emplace();
        for (const instance* one : page(request, reply.next_token)) {
            auto& all = reply.reservations;
            if (all.empty() || all.back().reservation_id != one->reservation_id) {
                all.emplace_back().reservation_id = one->reservation_id;
                all.back().owner_id = owner;
            }
            all.back().instances.push_back(shown(*one, state_of(*one)));
        }
        return reply;
    }

    // Shows those that run, unless all are asked for.
    auto answer(const ec2wire::borrowing<ec2wire::describe_instance_status_request>& request) {
        const std::lock_guard lock(mutex_);
        ec2wire::owning<ec2wire::describe_instance_status_response> reply;
        reply.instance_statuses.emplace();
        for (const instance* one : page(request, reply.next_token, [&](const instance& each) {
                 return request.include_all_instances.value_or(false) ||
                        state_of(each) == ec2wire::running;
             }))
            reply.instance_statuses.push_back(shown_status(*one, state_of(*one)));
        return reply;
    }

    auto answer(const ec2wire::borrowing<ec2wire::start_instances_request>& request) {
        ec2wire::owning<ec2wire::start_instances_response> reply;
        reply.starting_instances =
            change(request, [](const instance& one, ec2wire::state_code state) {
                if (state == ec2wire::running || state == ec2wire::pending) return state;
                if (state != ec2wire::stopped) refuse_state(one, "started");
                return ec2wire::pending;
            });
        return reply;
    }

    // Force changes nothing here: no operating system has to be waited for.
    auto answer(const ec2wire::borrowing<ec2wire::stop_instances_request>& request) {
        ec2wire::owning<ec2wire::stop_instances_response> reply;
        reply.stopping_instances =
            change(request, [&](const instance& one, ec2wire::state_code state) {
                if (request.hibernate.value_or(false) && !one.can_hibernate)
                    throw refusal{
                        "UnsupportedHibernationConfiguration",
                        "The instance can't be hibernated because it was not configured at launch "
                        "for hibernation: " +
                            one.id};
                if (state == ec2wire::stopped || state == ec2wire::stopping) return state;
                if (state != ec2wire::running) refuse_state(one, "stopped");
                return ec2wire::stopping;
            });
        return reply;
    }

    // Passes by what is terminated, as EC2 does.
    auto answer(const ec2wire::borrowing<ec2wire::reboot_instances_request>& request) {
        change(request, [](const instance& one, ec2wire::state_code state) {
            if (state != ec2wire::running && !is_over(state)) refuse_state(one, "rebooted");
            return state;
        });
        return reboot_reply{};
    }

    auto answer(const ec2wire::borrowing<ec2wire::terminate_instances_request>& request) {
        ec2wire::owning<ec2wire::terminate_instances_response> reply;
        reply.terminating_instances =
            change(request, [](const instance&, ec2wire::state_code state) {
                return is_over(state) ? state : ec2wire::shutting_down;
            });
        return reply;
    }

    auto answer(const ec2wire::borrowing<ec2wire::monitor_instances_request>& request) {
        ec2wire::owning<ec2wire::monitor_instances_response> reply;
        reply.instance_monitorings = monitor(request, true, ec2wire::monitoring_state::pending);
        return reply;
    }

    auto answer(const ec2wire::borrowing<ec2wire::unmonitor_instances_request>& request) {
        ec2wire::owning<ec2wire::unmonitor_instances_response> reply;
        reply.instance_monitorings = monitor(request, false, ec2wire::monitoring_state::disabling);
        return reply;
    }

  private:
    static std::int64_t now() {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }

    static bool is_over(ec2wire::state_code state) {
        return state == ec2wire::shutting_down || state == ec2wire::terminated;
    }

    [[noreturn]] static void refuse_state(const instance& one, const char* what) {
        throw refusal{
            "IncorrectInstanceState",
            "The instance '" + one.id + "' is not in a state from which it can be " + what + "."};
    }

    // The last thing that is checked. Nothing has changed yet.
    template <class Request>
    static void permit(const Request& request) {
        if (request.dry_run.value_or(false))
            throw refusal{"DryRunOperation",
                          "Request would have succeeded, but DryRun flag is set.", 412};
    }

    ec2wire::state_code state_of(const instance& one) const {
        const auto state = ec2wire::state_code(static_cast<std::uint16_t>(one.state));
        return now() - one.since < delay_.count() ? state : state_after(state);
    }

    // Ids begin with the number of their launch, so that the map is in the order of launches.
    std::uint32_t next_number() const {
        return instances_.empty() ? 1 : launch_number(instances_.rbegin()->first) + 1;
    }

    std::vector<instance> launched_with(std::string_view client_token) const {
        std::vector<instance> found;
        if (client_token.empty()) return found;
        for (const auto& [id, one] : instances_)
            if (one.client_token == client_token) found.push_back(one);
        return found;
    }

    // Each instance once, in the order of the request.
    std::vector<const instance*> find(ids wanted) const {
        std::vector<const instance*> found;
        std::set<std::string_view> seen;
        std::string missing;
        for (const std::string_view id : wanted)
            if (!is_instance_id(id))
                throw refusal{"InvalidInstanceID.Malformed",
                              "Invalid id: \"" + std::string(id) + '"'};
        for (const std::string_view id : wanted) {
            if (!seen.insert(id).second) continue;
            const auto place = instances_.find(id);
            if (place != instances_.end())
                found.push_back(&place->second);
            else
                missing += (missing.empty() ? "" : ", ") + std::string(id);
        }
        if (missing.empty()) return found;
        const bool is_one = missing.find(',') == missing.npos;
        throw refusal{"InvalidInstanceID.NotFound",
                      (is_one ? "The instance ID '" : "The instance IDs '") + missing +
                          (is_one ? "' does not exist" : "' do not exist")};
    }

    // Moves the instances of a request to the states that next(instance, state) returns: all or none.
    template <class Request, class Next>
    changes change(const Request& request, Next next) {
        const std::lock_guard lock(mutex_);
        changes made;
        std::vector<instance> changed;
        for (const instance* one : find(request.instance_ids)) {
            const ec2wire::state_code before = state_of(*one);
            const ec2wire::state_code after = next(*one, before);
            auto& change = made.emplace_back();
            change.instance_id = one->id;
            change.current_state = shown_state(after);
            change.previous_state = shown_state(before);
            if (after == before) continue;
            instance& moved = changed.emplace_back(*one);
            moved.state = after.wire();
            moved.since = now();
            if (after == ec2wire::pending) moved.launched_at = moved.since;
        }
        permit(request);
        commit(std::move(changed));
        return made;
    }

    template <class Request>
    monitorings monitor(const Request& request, bool is_on, ec2wire::monitoring_state shown_as) {
        const std::lock_guard lock(mutex_);
        monitorings made;
        std::vector<instance> changed;
        for (const instance* one : find(request.instance_ids)) {
            if (is_over(state_of(*one))) refuse_state(*one, is_on ? "monitored" : "unmonitored");
            auto& monitoring = made.emplace_back();
            monitoring.instance_id = one->id;
            monitoring.monitoring.state = shown_as;
            if (one->is_monitored != is_on) changed.emplace_back(*one).is_monitored = is_on;
        }
        permit(request);
        commit(std::move(changed));
        return made;
    }

    // Those of the request's page that pass its filters and the predicate. The token is the last id shown.
    template <class Request, class Predicate = bool (*)(const instance&)>
    std::vector<const instance*> page(
        const Request& request, std::optional<std::string>& next_token,
        Predicate is_wanted = [](const instance&) { return true; }) const {
        const std::size_t size = page_size(request);
        check_names(request.filters);
        const std::string_view after = request.next_token.value_or("");
        if (!after.empty() && !is_instance_id(after))
            throw refusal{"InvalidParameterValue", "Unable to parse pagination token"};
        std::vector<const instance*> candidates;
        if (!request.instance_ids.empty()) {
            candidates = find(request.instance_ids);
            // By launch, so that those of a reservation stand together.
            std::ranges::sort(candidates, {}, &instance::id);
        } else {
            for (auto at = instances_.upper_bound(after); at != instances_.end(); ++at)
                candidates.push_back(&at->second);
        }
        permit(request);
        std::vector<const instance*> shown;
        for (const instance* one : candidates) {
            if (!passes(*one, state_of(*one), request.filters) || !is_wanted(*one)) continue;
            if (shown.size() == size) {
                next_token = shown.back()->id;
                break;
            }
            shown.push_back(one);
        }
        return shown;
    }

    // Writes the change before it is seen, so that nothing is answered that a kill could lose.
    void commit(std::vector<instance> changed) {
        if (changed.empty()) return;
        stored_change change{std::move(changed)};
        const auto line = ec2wire::encode(change);
        if (!line || !journal_.append(*line))
            throw refusal{"InternalError", "The change cannot be written down", 500};
        for (instance& one : change.instances) instances_[one.id] = std::move(one);
    }

    const std::chrono::milliseconds delay_;
    journal& journal_;
    ec2wire::scratch memory_{};
    std::mutex mutex_{};
    std::map<std::string, instance, std::less<>> instances_{};
};

}  // namespace fake

#endif
