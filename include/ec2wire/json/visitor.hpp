#ifndef EC2WIRE_JSON_VISITOR_HPP
#define EC2WIRE_JSON_VISITOR_HPP

namespace ec2wire::json {

// What is called for each member or element. One walk serves all that are: the strict reader is not
// what a reply waits for, and simdjson's code is large.
template <class... Arguments>
class visitor {
  public:
    // Of a callable that outlives it, and returns false to end the walk.
    template <class Visit>
    explicit visitor(Visit& visit) noexcept
        : context_(&visit), call_([](void* context, Arguments... arguments) {
              return (*static_cast<Visit*>(context))(arguments...);
          }) {}

    // Calls it.
    bool operator()(Arguments... arguments) const { return call_(context_, arguments...); }

  private:
    void* context_;
    bool (*call_)(void*, Arguments...);
};

}  // namespace ec2wire::json

#endif
